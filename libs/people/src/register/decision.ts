// What staff decide about persons themselves: once under its key, with its reason sealed, appended and never changed.
import type { Id } from '#libs/case';
import { once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { serviceScope, type Database, type Rows } from '#libs/database';
import type { StaffActor } from '#libs/permissions';
import type { Sealing } from '#libs/sealing';

/** Hidden and absent are the same: trying does not show whether the service knows a person. */
export const NO_SUCH_PERSON = refused('There is no such person.');

/** One decision on its way into the record. */
export interface Decision {
  what: 'merged' | 'undone' | 'dismissed' | 'changed' | 'erased';
  personId: Id;
  otherId?: Id;
  across?: boolean;
  fields?: readonly string[];
  undoes?: Id;
  /** Whose key seals the reason; the person's when left out. */
  reasonOwner?: Id;
}

/** What a decision is made with. */
export interface DecisionNeeds {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly commands: DoneCommands;
}
/** Who decides what, under which key, why and when (ISO). `said` is everything that makes it this command. */
export interface DecisionRequest {
  actor: StaffActor;
  key: string;
  said: readonly unknown[];
  reason: string | null;
  at: string;
}
type Record = (decision: Decision) => Promise<Id>;

/**
 * Runs the work once under its key, in a transaction of the service; `record` appends the decision. Throws as `once` does.
 */
export function decideOnce(
  { database, sealing, commands }: DecisionNeeds,
  { actor, key, said, reason, at }: DecisionRequest,
  work: (rows: Rows, record: Record) => Promise<Decided>,
): Promise<Decided> {
  const { serviceId, id: by } = actor;
  const doing = { actor, key, said: [...said, reason], at, scope: serviceScope(serviceId) };
  return once(database, commands, doing, async (rows) => {
    // Decisions about persons of one service take turns: two merges at once could make a circle.
    await rows.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`persons ${serviceId}`]);
    return work(rows, async ({ what, personId, otherId, across = false, fields = [], undoes, reasonOwner }) => {
      const id = crypto.randomUUID();
      const owner = reason === null ? null : (reasonOwner ?? personId);
      const place = `person_decision.reason/${id}`;
      const sealed =
        owner === null || reason === null ? null : await sealing.seal(rows, serviceId, owner, place, reason);
      await rows.query(
        `insert into person_decision (id, service_id, what, person_id, other_id, across, fields, undoes, reason, reason_owner, by, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, serviceId, what, personId, otherId ?? null, across, fields, undoes ?? null, sealed, owner, by, at],
      );
      return id;
    });
  });
}

/** Whether this member of staff has declared a connection with one of these persons, or with a case one of them takes part in (R42). */
export async function isConnected(rows: Rows, { id: who }: StaffActor, persons: readonly Id[]): Promise<boolean> {
  const found = await rows.query(
    `with same as (select unnest(concord_same(one)) as id from unnest($2::uuid[]) one)
     select from connection k join same on same.id = k.person_id where k.staff_id = $1
     union all select from participant p join same on same.id = p.person_id where p.case_id = any (concord_connections($1))`,
    [who, persons],
  );
  return found.rows.length > 0;
}

/**
 * A person of the service as decisions see them: the record they are read as; null for staff, for who is unknown or erased, and for
 * whoever is connected with them.
 */
export async function personOf(rows: Rows, actor: StaffActor, personId: Id): Promise<Id | null> {
  const found = await rows.query<{ one: Id }>(
    `select concord_one(p.id) as one from person p where p.id = $1 and p.service_id = $2 and not exists (select from staff s where s.id = p.id)
     and not exists (select from sealing_key k where k.service_id = $2 and k.owner_id = concord_one(p.id) and k.purpose = 'words' and k.destroyed_at is not null)`,
    [personId, actor.serviceId],
  );
  const one = found.rows[0]?.one ?? null;
  return one === null || (await isConnected(rows, actor, [one])) ? null : one;
}
