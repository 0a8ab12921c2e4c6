// Requests for what is held about a person: received, reviewed item by item, answered with an export, each step on record (R70).
import { londonDate } from '#libs/time';
import type { Actor, Id } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands, type NotRecorded } from '#libs/commands';
import { scopeOf, mayDo } from '#libs/permissions';
import { noRows, serviceScope, type Cursors, type Database, type Listed, type Page, type Rows } from '#libs/database';
import { sha256 } from '#libs/hash-chain';
import { recordRead } from '#libs/access-log';
import type { KeptRecords } from '../record-classes/register.js';
import {
  exportOf,
  reviewItems,
  type Decisions,
  type ReviewItem,
  type Subject,
  type WithholdGround,
} from './assemble.js';
import { exportDocument } from './document.js';
import { locked } from './lock.js';

/** A request. Days are 'YYYY-MM-DD'. */
export interface SubjectRequest {
  id: Id;
  personId: Id;
  receivedOn: string;
  dueOn: string;
  recordedAt: string;
  recordedBy: Id;
  answeredAt: string | null;
  answeredBy: Id | null;
}
export interface Decision {
  item: string;
  /** Null releases it. */
  ground: WithholdGround | null;
}
/** A thing to review with what was decided about it last; undefined while nothing was. */
export interface Reviewed extends ReviewItem {
  decided: { ground: WithholdGround | null; at: string; by: Id } | undefined;
}
/** Where requests are kept, and where everything about a person is found. */
export interface AccessRegister {
  /** One page: those still to be answered first, by the day they are due. */
  requests(rows: Rows, cursors: Cursors, actor: Actor, page: Page): Promise<Listed<SubjectRequest>>;
  /** Null when there is no such request. */
  request(rows: Rows, serviceId: Id, id: Id): Promise<SubjectRequest | null>;
  /** Null when the service knows no such person. */
  addRequest(
    rows: Rows,
    serviceId: Id,
    personId: Id,
    receivedOn: string,
    months: number,
    by: Id,
    at: string,
  ): Promise<Id | null>;
  decisions(rows: Rows, requestId: Id): Promise<(Decision & { at: string; by: Id })[]>;
  decide(rows: Rows, serviceId: Id, requestId: Id, decisions: readonly Decision[], by: Id, at: string): Promise<void>;
  /** Only the first answer is kept as the answer. */
  answered(rows: Rows, serviceId: Id, requestId: Id, by: Id, at: string, hash: Uint8Array): Promise<void>;
  subject(rows: Rows, serviceId: Id, personId: Id, at: string): Promise<Omit<Subject, 'kept'>>;
  /** The setting: so many months to answer. */
  months(rows: Rows, serviceId: Id): Promise<number>;
}
/** The two files of an answer, locked for the person who asked. */
export interface Answered {
  ok: true;
  /** Base64 of age files. */
  json: string;
  html: string;
  /** What opens both: told to the person by another way than the files. Kept nowhere. */
  passphrase: string;
  /** SHA-256 of the JSON before it was locked, hexadecimal. */
  sha256: string;
}

export class SubjectAccess {
  constructor(
    private readonly database: Database,
    private readonly register: AccessRegister,
    private readonly commands: DoneCommands,
    private readonly keeping: Pick<KeptRecords, 'kept' | 'classes'>,
    private readonly cursors: Cursors,
  ) {}

  /** One page of requests: those still to be answered first, by the day they are due. Empty for an actor who may not read them. */
  async requests(actor: Actor, page: Page): Promise<Listed<SubjectRequest>> {
    if (!mayDo(actor, 'readSubjectRequests')) return noRows;
    return this.register.requests(this.database.as(scopeOf(actor)), this.cursors, actor, page);
  }

  receive(actor: Actor, key: string, personId: Id, receivedOn: string, at: string): Promise<Decided> {
    if (!mayDo(actor, 'receiveSubjectRequest')) return Promise.resolve(notYours);
    const said = ['request', personId, receivedOn];
    return once(this.database, this.commands, { actor, key, said, at }, async (rows) => {
      if (receivedOn > londonDate(at)) return refused('A request is recorded when it has been received.');
      const { register } = this;
      const months = await register.months(rows, actor.serviceId);
      const id = await register.addRequest(rows, actor.serviceId, personId, receivedOn, months, actor.id, at);
      return id === null ? refused('There is no such person.') : { ok: true, id };
    });
  }

  /**
   * What must be looked at before an answer, with what was decided; null when there is no such request for this actor.
   * Words for safeguarding alone are shown to the safeguarding lead alone.
   */
  async review(actor: Actor, requestId: Id, at: string): Promise<Reviewed[] | null> {
    if (!mayDo(actor, 'reviewForSubjectRequest')) return null;
    const request = await this.seen(actor, requestId);
    if (!request) return null;
    return this.database.within(serviceScope(actor.serviceId), async (rows) => {
      const { items, decided } = await this.under(rows, actor, request, at);
      await recordRead(rows, this.reading(actor, request, at, 'read', 'subjectReview'));
      return items.map((item) => ({
        ...item,
        texts: item.safeguarding && !mayDo(actor, 'reviewSafeguardingForSubjectRequest') ? [] : item.texts,
        decided: decided.get(item.item),
      }));
    });
  }

  /** Decides about items. What is for safeguarding alone, only the safeguarding lead decides. */
  async decide(actor: Actor, key: string, requestId: Id, decisions: readonly Decision[], at: string): Promise<Decided> {
    if (!mayDo(actor, 'reviewForSubjectRequest')) return notYours;
    const request = await this.seen(actor, requestId);
    if (!request) return refused('There is no such request.');
    const subject = await this.database.within(serviceScope(actor.serviceId), (rows) =>
      this.register.subject(rows, actor.serviceId, request.personId, at),
    );
    const items = reviewItems(subject);
    const asked = decisions.map(({ item }) => items.find((one) => one.item === item));
    const said = ['review', requestId, decisions];
    return once(this.database, this.commands, { actor, key, said, at }, async (rows) => {
      if (asked.includes(undefined)) return refused('One of these is nothing that waits for a decision.');
      if (!mayDo(actor, 'reviewSafeguardingForSubjectRequest') && asked.some((one) => one?.safeguarding))
        return refused('Words about safety are for the safeguarding lead to decide on.');
      await this.register.decide(rows, actor.serviceId, requestId, decisions, actor.id, at);
      return { ok: true, id: requestId, about: { persons: [request.personId] } };
    });
  }

  /** The answer, once everything was looked at; recorded as an export. Asked again, it is made again from what is held then. */
  async answer(actor: Actor, requestId: Id, at: string): Promise<Answered | NotRecorded> {
    if (!mayDo(actor, 'answerSubjectRequest')) return notYours;
    const kept = await this.keeping.kept(actor);
    const request = await this.seen(actor, requestId);
    if (!request) return refused('There is no such request.');
    return this.database.within(serviceScope(actor.serviceId), async (rows) => {
      const { items, decided, subject } = await this.under(rows, actor, request, at);
      const open = items.filter(({ item }) => !decided.has(item)).length;
      // How much there is to look at tells of the person as well.
      if (open > 0) await recordRead(rows, this.reading(actor, request, at, 'read', 'answerSubjectRequest'));
      if (open > 0) return refused(`${open} notes and entries by staff must be looked at first.`);
      const decisions: Decisions = new Map([...decided].map(([item, { ground }]) => [item, ground]));
      const data = exportOf({ ...subject, kept }, decisions);
      const json = JSON.stringify(data, null, 2);
      const hash = sha256(json);
      const made = { receivedOn: request.receivedOn, at, controller: kept[0]?.controller ?? 'the service' };
      await this.register.answered(rows, actor.serviceId, requestId, actor.id, at, hash);
      await recordRead(rows, this.reading(actor, request, at, 'export', 'answerSubjectRequest', subject));
      const { passphrase, files } = await locked(json, exportDocument(data, made));
      const [lockedJson = '', lockedHtml = ''] = files;
      return { ok: true, json: lockedJson, html: lockedHtml, passphrase, sha256: hash.toString('hex') };
    });
  }

  /** With the eyes of who asks: a request of somebody they are connected with is not there for them (R42). */
  private seen(actor: Actor, requestId: Id): Promise<SubjectRequest | null> {
    return this.register.request(this.database.as(scopeOf(actor)), actor.serviceId, requestId);
  }

  private async under(rows: Rows, actor: Actor, request: SubjectRequest, at: string) {
    const subject = await this.register.subject(rows, actor.serviceId, request.personId, at);
    const last = await this.register.decisions(rows, request.id);
    const decided = new Map(last.map(({ item, ...decision }) => [item, decision]));
    return { subject, items: reviewItems(subject), decided };
  }

  private reading(
    actor: Actor,
    { personId }: SubjectRequest,
    at: string,
    kind: 'read' | 'export',
    operation: string,
    subject?: Pick<Subject, 'parts'>,
  ) {
    const cases = subject ? [...new Set(subject.parts.map(({ caseId }) => caseId))] : [];
    return { by: actor.id, at, kind, operation, persons: [personId], cases };
  }
}
