// Casework's port on PostgreSQL: decisions in two round trips, openings in one transaction.
import { isUuid, NO_ID, type Actor, type Id, type Settings, settingsOf } from '#libs/case';
import { commandDigests, type CommandDigests } from '#libs/commands';
import {
  serviceScope,
  type Database,
  type Rows,
  type Scope,
  Batch,
  retryOnLostConnection,
  type Pools,
  scoped,
} from '#libs/database';
import { type ActorCheck, enforced, type Checks } from '#libs/permissions';
import type {
  CaseNotes,
  CaseChange,
  CaseFile,
  CaseStore,
  NewOffence,
  NewPerson,
  TakenRow,
  Text,
  TextAsked,
} from '../ports.js';
import { type FacilitatorRecord, facilitatorRecordOf } from '#libs/staff';
import type { JournalEntry } from '../journal.js';
import type { PersonalRecords } from '#libs/people';
import pg from 'pg';
import { PgHeldPeople } from './held-people.js';
import { journalOf } from './journal.js';
import { loadOnCall } from './load-on-call.js';
import { loadForCommand, type Found, type Loaded, type Question } from './load-for-command.js';
import { organisationNamed, sharingWith, textShown } from './registers.js';
import { insertOffences, insertTexts, newTextsOf, sealChange, sealTexts, type SealedChange } from './sealed-texts.js';
import { write, writeTogether } from './write.js';

const isTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '23505' || error.code === '40P01');

export class PgCaseStore implements CaseStore {
  private readonly database: Database;
  private readonly loads: Batch<Question, Loaded>;
  private readonly writes: Batch<SealedChange, boolean>;
  /** A published text never changes, and its version keeps naming it: each is looked up once. */
  private readonly texts = new Map<string, string>();
  readonly held: PgHeldPeople;
  readonly requestHash: CommandDigests['requestHash'];
  readonly isRequest: CommandDigests['isRequest'];

  /** `slots`: round trips of one kind under way at once; `size`: commands in one. Size 1 is a statement for each command. */
  constructor(
    pools: Pools,
    private readonly people: PersonalRecords,
    { checks = enforced, ...limits }: { size: number; slots: number; checks?: Checks } = { size: 32, slots: 3 },
  ) {
    this.database = scoped(pools.plain);
    this.held = new PgHeldPeople(this.database, people);
    ({ requestHash: this.requestHash, isRequest: this.isRequest } = commandDigests(people.sealing));
    this.loads = new Batch(
      (questions) => retryOnLostConnection(() => loadForCommand(pools.hot, questions, checks, people.actors)),
      limits,
    );
    // Written again after its connection was cut, a change that was committed finds another revision and moves nothing;
    // the command then looks again and finds its own answer.
    this.writes = new Batch(async (changes) => {
      const moved = await retryOnLostConnection(() => writeTogether(pools.hot, changes));
      return changes.map((change) => moved.has(change.caseId));
    }, limits);
  }

  async loadForCommand(actor: Actor, said: Id, key: string, check?: ActorCheck): Promise<Found> {
    // An id that is not a UUID names nothing, as an unknown one does.
    const asked = { actor, caseId: isUuid(said) ? said : NO_ID, key };
    const { now, ...found } = await this.loads.ask({ ...asked, ...(check && { claims: check.claims }) });
    if (check) check.found = now ?? null;
    return found;
  }

  loadOnCall = (actor: Actor, said: string): Promise<CaseFile | null> => loadOnCall(this.database, actor, said);

  async write(change: CaseChange): Promise<boolean> {
    try {
      return await this.writes.ask(await this.sealed(change));
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /** Words are sealed before the one statement that writes: a command with words takes one more for the key, no other does. */
  private async sealed(change: CaseChange): Promise<SealedChange> {
    return change.texts.length > 0
      ? sealChange(this.people.sealing, this.serviceRows(change.serviceId), change)
      : { ...change, sealed: [] };
  }

  async writeWith(
    change: CaseChange,
    persons: NewPerson[],
    offences: NewOffence[],
    rows: TakenRow[],
  ): Promise<boolean> {
    const { serviceId, caseId } = change;
    try {
      await this.database.within(serviceScope(serviceId), async (client) => {
        await this.insertPersons(client, serviceId, persons);
        await insertOffences(this.people.sealing, client, serviceId, offences);
        if (!(await write(client, await sealChange(this.people.sealing, client, change)))) throw new Taken();
        if (rows.length > 0) await this.markTaken(client, serviceId, caseId, rows);
        await this.suggest(client, serviceId, persons);
      });
      return true;
    } catch (error) {
      if (error instanceof Taken || isTaken(error)) return false;
      throw error;
    }
  }

  private async insertPersons(client: Rows, serviceId: Id, persons: NewPerson[]): Promise<void> {
    await client.query('insert into person (id, service_id) select unnest($1::uuid[]), $2', [
      persons.map((p) => p.id),
      serviceId,
    ]);
    await this.people.write(client, serviceId, new Map(persons.map((p) => [p.id, p.values])));
  }

  private async suggest(client: Rows, serviceId: Id, persons: NewPerson[]): Promise<void> {
    const known = persons.filter(({ values }) => Object.keys(values).length > 0).map(({ id }) => id);
    if (known.length > 0) await this.people.suggest(client, serviceId, known);
  }

  async keepNotes(
    { caseId, serviceId, texts, tasks, at, by }: CaseNotes,
    persons: NewPerson[],
    rows: TakenRow[],
  ): Promise<boolean> {
    try {
      await this.database.within(serviceScope(serviceId), async (client) => {
        await this.markTaken(client, serviceId, caseId, rows);
        await this.insertPersons(client, serviceId, persons);
        const sealed = await sealTexts(this.people.sealing, client, { serviceId, caseId, facts: null }, texts);
        await insertTexts(client, { serviceId, caseId, at, by }, sealed);
        await client.query(
          `insert into task (service_id, case_id, supplier, assignee_id, task, process_id, about, since)
           select $2, $3, "for", assignee, task, "processId", about, $4
           from json_to_recordset($1) as t ("for" text, assignee uuid, task text, "processId" uuid, about text)
           on conflict (case_id, supplier, task, process_id, about) where done_at is null do nothing`,
          [JSON.stringify(tasks), serviceId, caseId, at],
        );
        await this.suggest(client, serviceId, persons);
      });
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  async newTexts(serviceId: Id, caseId: Id, texts: Text[]): Promise<Text[]> {
    return newTextsOf(this.people.sealing, this.serviceRows(serviceId), serviceId, caseId, texts);
  }

  async startBatch(serviceId: Id, { source, at, by }: { source: string; at: string; by: Id }): Promise<Id> {
    const { rows } = await this.serviceRows(serviceId).query<{ id: Id }>(
      'insert into import_batch (service_id, source, started_at, by) values ($1, $2, $3, $4) returning id',
      [serviceId, source, at, by],
    );
    return (rows[0] as { id: Id }).id;
  }

  journal(scope: Scope, caseId: Id, upTo?: { revision: number } | { at: string }): Promise<JournalEntry[]> {
    return journalOf(this.database.as(scope), caseId, upTo);
  }

  bornOn(serviceId: Id, personId: Id): Promise<string | null> {
    return isUuid(personId)
      ? this.people.bornOn(this.serviceRows(serviceId), serviceId, personId)
      : Promise.resolve(null);
  }

  facilitatorRecord(serviceId: Id, staffId: Id): Promise<FacilitatorRecord | null> {
    return isUuid(staffId)
      ? facilitatorRecordOf(this.serviceRows(serviceId), serviceId, staffId)
      : Promise.resolve(null);
  }

  async textShown(serviceId: Id, text: TextAsked): Promise<string | null> {
    const name = [serviceId, text.purpose, text.about, text.version, text.language].join('|');
    const sha256 = this.texts.get(name) ?? (await textShown(this.serviceRows(serviceId), serviceId, text));
    if (sha256 !== null) this.texts.set(name, sha256);
    return sha256;
  }

  organisationNamed: CaseStore['organisationNamed'] = (of, said) => organisationNamed(this.serviceRows(of), of, said);

  sharingWith: CaseStore['sharingWith'] = (of, named, on) => sharingWith(this.serviceRows(of), of, named, on);

  private serviceRows(serviceId: Id): Rows {
    return this.database.as(serviceScope(serviceId));
  }

  async settings(serviceId: Id): Promise<Settings> {
    const { rows } = await this.serviceRows(serviceId).query<{ settings: string }>(
      'select settings::text from service where id = $1',
      [serviceId],
    );
    return settingsOf(rows[0]?.settings ?? '{}');
  }

  async fingerprints(serviceId: Id, plain: readonly string[]): Promise<string[]> {
    return this.keyed(this.serviceRows(serviceId), serviceId, plain);
  }

  private async keyed(rows: Rows, serviceId: Id, plain: readonly string[]): Promise<string[]> {
    const digests = await this.people.sealing.digests(rows, serviceId, 'fingerprint', plain);
    return digests.map((digest) => digest.toString('hex'));
  }

  private async markTaken(client: Rows, serviceId: Id, caseId: Id, rows: readonly TakenRow[]): Promise<void> {
    const plain = rows.map(({ fingerprint }) => fingerprint);
    const keyed = await this.keyed(client, serviceId, plain);
    const kept = rows.map((row, n) => ({ ...row, fingerprint: keyed[n] }));
    await client.query(takenSql, [JSON.stringify(kept), serviceId, caseId]);
  }

  async takenBefore(serviceId: Id, fingerprints: string[]): Promise<Map<string, Id>> {
    const keyed = await this.fingerprints(serviceId, fingerprints);
    const plain = new Map(keyed.map((digest, n) => [digest, fingerprints[n] as string]));
    const { rows } = await this.serviceRows(serviceId).query<{ fingerprint: string; case_id: Id }>(
      'select fingerprint, case_id from import_row where service_id = $1 and fingerprint = any($2)',
      [serviceId, keyed],
    );
    return new Map(rows.map((row) => [plain.get(row.fingerprint) as string, row.case_id]));
  }

  async offencesByReference(serviceId: Id, references: string[]): Promise<Map<string, Id>> {
    const { rows } = await this.serviceRows(serviceId).query<{ reference: string; id: Id }>(
      `select r.asked as reference, o.id from unnest($2::text[]) as r (asked)
       cross join lateral (select o.id from offence o where o.service_id = $1 and o.folded = concord_folded(r.asked) order by o.recorded_on nulls last, o.id limit 1) o`,
      [serviceId, references],
    );
    return new Map(rows.map((row) => [row.reference, row.id]));
  }
}

class Taken extends Error {}
const takenSql = `insert into import_row (service_id, fingerprint, batch_id, line, case_id)
  select $2, fingerprint, "batchId", line, $3 from json_to_recordset($1) as r (fingerprint text, "batchId" uuid, line int)`;
