// Everything that is read about cases for an actor: what they may not see is not there.
import { fold, isAddressedTo, isUuid, seesHidden, upgrade, type Actor, type Id, type StoredCase } from '#libs/case';
import { scopeOf, sightOf, enforced, mayDo, readerFor, idOf, ofCases, type Checks } from '#libs/permissions';
import { serviceScope, type Cursors, type Database, type Listed, noRows, type Page, pageOf } from '#libs/database';
import type {
  CaseFilter,
  CasePage,
  CaseReading,
  CaseRow,
  JournalLine,
  NoticeRow,
  PastCase,
  TaskRow,
} from '../reading.js';
import { eventOf } from '../journal.js';
import type { KeptText } from '../ports.js';
import type { Sealing } from '#libs/sealing';
import { staffWithWorkloads } from '#libs/measures';
import type { StaffRow } from '#libs/staff';
import { storedColumns } from './case-columns.js';
import { caseload, casesFor } from './caseload.js';
import { journalOf } from './journal.js';
import { namesNobodyHidden } from './hidden.js';
import { placeOfText } from './sealed-texts.js';

type Staff = Extract<Actor, { kind: 'staff' }>;

const noticeColumns = `n.case_id as "caseId", n.id as "noticeId", n.recipient_id as "recipientId", n.process_id as "processId", n.template, n.not_before as "notBefore",
  n.queued_at as "queuedAt", n.cancelled_at as "cancelledAt", n.sent_at as "sentAt"`;
const taskColumns = `t.id, t.case_id as "caseId", c.reference, c.flags, t.supplier, t.assignee_id as "assigneeId", t.task, t.process_id as "processId", t.about, t.since, t.done_at as "doneAt", t.done_by as "doneBy"`;

const TASKS = 'task t join case_file c on c.id = t.case_id';

/** That somebody opened a case in an emergency is for those who read emergencies, and not for staff whose work it may be about (R68). */
const knownTo = (actor: Actor, checks: Checks): string =>
  checks.on && !mayDo(actor, 'readEmergencies') ? `t.task <> 'emergencyAccess'` : 'true';

/** Which tasks are a member of staff's own: theirs by name; else those of each of their roles, and of the cases they work on. `$2` is their id. */
const ownTasks = (actor: Staff, values: unknown[]): string[] => [
  't.assignee_id = $2',
  ...actor.roles.map((role) => `t.assignee_id is null and t.supplier = $${values.push(role)}`),
  't.assignee_id is null and t.case_id = any ((select concord_works_on($2::uuid))::uuid[])',
];

export class PgCaseReading implements CaseReading {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
    private readonly checks: Checks = enforced,
    private readonly byKey: Database = database,
  ) {}

  caseload(actor: Actor, filter: CaseFilter = {}, page: CasePage = {}): Promise<Listed<CaseRow>> {
    return caseload(readerFor(this.database, this.checks, actor), this.cursors, actor, filter, page);
  }

  casesFor(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, CaseRow>> {
    return casesFor(readerFor(this.byKey, this.checks, actor), actor, caseIds);
  }

  async caseFor(actor: Actor, caseId: Id): Promise<CaseRow | null> {
    return (await this.casesFor(actor, [caseId])).get(caseId) ?? null;
  }

  async caseAsOf(actor: Actor, caseId: Id, at: string): Promise<PastCase | null> {
    if (!(await this.caseFor(actor, caseId))) return null;
    const entries = await journalOf(this.database.as(scopeOf(actor)), caseId, { at });
    const last = entries.at(-1);
    return last ? { revision: last.seq, at: last.at, stored: fold(entries.map(eventOf)) } : null;
  }

  async journal(
    actor: Actor,
    caseId: Id,
    page: Page = {},
    until: string | null = null,
  ): Promise<Listed<JournalLine> | null> {
    if ((this.checks.on && actor.kind === 'participant') || !isUuid(caseId)) return null;
    const select = `select j.seq, j.at, j.by, j.type, j.event, encode(j.hash, 'hex') as hash from journal j join case_file c on c.id = j.case_id`;
    const list = {
      name: `journal ${caseId} ${page.descending ?? false} ${actor.id}`,
      select,
      where: [
        this.checks.detailsTo(actor, '$1', '$2'),
        'j.case_id = $3',
        ...(until === null ? [] : ['j.at <= $4::timestamptz']),
      ],
      values: [actor.serviceId, idOf(actor), caseId, ...(until === null ? [] : [until])],
      order: [['j.seq', 'int'] as const],
      descending: page.descending ?? false,
    };
    return pageOf<JournalLine>(this.database.as(scopeOf(actor)), this.cursors, list, page, (row) => [String(row.seq)]);
  }

  async notices(actor: Actor, caseIds: readonly Id[]): Promise<Map<Id, NoticeRow[]>> {
    const notices = new Map<Id, NoticeRow[]>(caseIds.map((id) => [id, []]));
    if (this.checks.on && actor.kind === 'participant') return notices;
    const { rows } = await this.database.as(scopeOf(actor)).query<NoticeRow>(
      `select ${noticeColumns} from notice n join case_file c on c.id = n.case_id
       where ${this.checks.detailsTo(actor, '$1', '$2')} and n.case_id = any($3::uuid[]) order by n.not_before, n.id`,
      [actor.serviceId, idOf(actor), caseIds.filter(isUuid)],
    );
    for (const row of rows) notices.get(row.caseId)?.push(row);
    return notices;
  }

  async tasks(
    actor: Actor,
    filter: { caseId?: Id; mine?: boolean; done?: boolean } = {},
    page: Page = {},
  ): Promise<Listed<TaskRow>> {
    if (actor.kind !== 'staff' || (filter.caseId !== undefined && !isUuid(filter.caseId))) return noRows;
    const values: unknown[] = [actor.serviceId, actor.id];
    const where = [
      't.service_id = $1',
      ofCases(actor, 't.case_id'),
      // What is to be done tells what the case is about: while they were only asked, only what is theirs by name (R42).
      `${this.checks.visibleTo(actor, '$1', '$2')} and (${this.checks.detailsTo(actor, '$1', '$2')} or t.assignee_id = $2)`,
      knownTo(actor, this.checks),
      filter.done ? 't.done_at is not null' : 't.done_at is null',
    ];
    if (!seesHidden(actor)) where.push(namesNobodyHidden('t.case_id', 't.about'));
    if (filter.caseId !== undefined) where.push(`t.case_id = $${values.push(filter.caseId)}`);
    const mine = filter.mine ? ownTasks(actor, values) : null;
    // Who sees few cases reads their tasks and chooses among them; of a whole service each of these is a list of its own.
    const parts = mine && sightOf(actor) === 'service' ? { from: TASKS, id: 't.id', conditions: mine } : undefined;
    if (mine && !parts) where.push(`(${mine.join(' or ')})`);
    const list = {
      name: `tasks ${JSON.stringify(filter)} ${actor.id}`,
      select: `select ${taskColumns} from ${TASKS}`,
      where,
      values,
      order: [['t.since', 'timestamptz'] as const, ['t.case_id', 'uuid'] as const, ['t.id', 'uuid'] as const],
      descending: page.descending ?? false,
      ...(parts && { parts }),
    };
    return pageOf<TaskRow>(this.database.as(scopeOf(actor)), this.cursors, list, page, (row) => [
      row.since,
      row.caseId,
      row.id,
    ]);
  }

  async finishTask(actor: Actor, taskId: Id, at: string): Promise<Id | null> {
    if (actor.kind !== 'staff' || !isUuid(taskId)) return null;
    return this.database.within(scopeOf(actor), async (rows) => {
      const found = await rows.query<Addressed>(
        `select t.case_id as "caseId", t.supplier, t.assignee_id as "assigneeId", ${storedColumns} from task t join case_file c on c.id = t.case_id
         where t.id = $3 and t.done_at is null and ${this.checks.visibleTo(actor, '$1', '$2')} and ${knownTo(actor, this.checks)}`,
        [actor.serviceId, actor.id, taskId],
      );
      const task = found.rows[0];
      if (!task || (this.checks.on && !isAddressedTo(actor, task, upgrade(task).facts))) return null;
      const done = await rows.query(
        'update task set done_at = $2, done_by = $3 where id = $1 and done_at is null returning id',
        [taskId, at, actor.id],
      );
      return done.rows.length === 1 ? task.caseId : null;
    });
  }

  // What colleagues carry is counted over all their cases, of which a facilitator sees the number alone.
  staff(actor: Actor): Promise<StaffRow[]> {
    return actor.kind === 'staff'
      ? staffWithWorkloads(this.database.as(serviceScope(actor.serviceId)), actor.serviceId)
      : Promise.resolve([]);
  }

  async texts(actor: Actor, caseId: Id, textIds: readonly Id[]): Promise<Map<Id, KeptText>> {
    const found = await this.openTexts(actor, caseId, 't.id = any($4::uuid[])', textIds.filter(isUuid));
    return new Map(found.map((text) => [text.id, text]));
  }

  /**
   * The words stand under the case and are for staff until they are passed on, so the service reads them for the participant: this
   * statement alone says whose they are.
   */
  async ownLetters(actor: Actor, caseId: Id, textIds: readonly Id[]): Promise<Map<Id, string | null>> {
    if (actor.kind !== 'participant' || !isUuid(caseId)) return new Map();
    if (actor.within && !actor.within.includes(caseId)) return new Map();
    const { rows } = await this.database
      .as(serviceScope(actor.serviceId))
      .query<SealedRow>(ownLetters(this.sealing), [
        actor.serviceId,
        caseId,
        textIds.filter(isUuid),
        [actor.id, ...(actor.also ?? [])],
      ]);
    return new Map(
      rows.map(({ id, owner_id: owner, words, wrapped }) => [
        id,
        this.sealing.open(actor.serviceId, owner, placeOfText(id), words, wrapped),
      ]),
    );
  }

  async wordsReceived(actor: Actor, caseId: Id): Promise<KeptText[]> {
    return actor.kind === 'staff' ? this.openTexts(actor, caseId, 't.came and $4::uuid[] is not null', []) : [];
  }

  private async openTexts(actor: Actor, caseId: Id, which: string, ids: readonly Id[]): Promise<KeptText[]> {
    if (!isUuid(caseId)) return [];
    const { rows } = await this.database.as(scopeOf(actor)).query<SealedRow>(
      `select t.id, t.case_id as "caseId", t.audience, t.at, t.by, t.owner_id, t.words, ${this.sealing.keySql('t.service_id', 't.owner_id')} as wrapped from text t join case_file c on c.id = t.case_id
       where ${this.checks.detailsTo(actor, '$1', '$2')} and t.case_id = $3 and ${which} and ${this.checks.on ? readable(actor) : 'true'} order by t.at, t.id limit 100`,
      [actor.serviceId, idOf(actor), caseId, ids],
    );
    return rows.map(({ owner_id: owner, words, wrapped, ...row }): KeptText => {
      const place = placeOfText(row.id);
      return { ...row, words: this.sealing.open(actor.serviceId, owner, place, words, wrapped) };
    });
  }
}
type Addressed = StoredCase & Pick<TaskRow, 'caseId' | 'supplier' | 'assigneeId'>;
type SealedRow = Omit<KeptText, 'words'> & { owner_id: Id; words: Buffer; wrapped: Buffer | null };

// As libs/case has it: safeguarding's words are for the safeguarding lead and the case's supervisor.
function readable(actor: Actor): string {
  if (actor.kind === 'participant')
    return `exists (select from participant p where p.case_id = t.case_id and p.person_id = $2 and t.audience = p.id::text)`;
  if (actor.kind === 'clock') return 'false';
  if (actor.roles.includes('safeguardingLead')) return 'true';
  return `(t.audience <> 'safeguarding' or c.facts -> 'facilitators' -> 'assigned' -> ($2::uuid)::text ->> 'duty' = 'supervisor')`;
}

/** Texts of letters from one of these persons, or passed on to one. */
const ownLetters = (sealing: Sealing): string => `
select t.id, t.owner_id, t.words, ${sealing.keySql('t.service_id', 't.owner_id')} as wrapped from text t join case_file c on c.id = t.case_id
where t.service_id = $1 and t.case_id = $2 and t.id = any($3::uuid[]) and exists (
  select from participant p, jsonb_each(c.facts -> 'processes') process, jsonb_each(process.value -> 'communication' -> 'of') letter
  where p.case_id = c.id and p.person_id = any($4::uuid[]) and letter.value ->> 'text' = t.id::text
    and (letter.value ->> 'from' = p.id::text or (letter.value ->> 'to' = p.id::text and letter.value ->> 'passedAt' is not null)))
limit 100`;
