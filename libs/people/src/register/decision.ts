// What staff decide about persons themselves: who may, once under its key, with its reason sealed, appended and never changed.
import {
  canonical,
  KeyReused,
  same,
  serviceScope,
  InvalidRequest,
  type Database,
  type Rows,
  type Sealing,
} from '#libs/casework';
import type { Actor, Id, StaffRole } from '#libs/case';

/** A member of staff. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type Decided = { ok: true; id: Id } | { ok: false; problems: string[] };
export const refused = (...problems: string[]): Decided => ({ ok: false, problems });

/** Hidden and absent are the same: nobody learns by trying whether somebody is known. */
export const NOBODY = refused('There is no such person.');
export const NOT_YOURS = refused('This is not yours to do.');

export const holds = (actor: Actor, ...roles: StaffRole[]): actor is StaffActor =>
  actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role));

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
export interface Desk {
  readonly database: Database;
  readonly sealing: Sealing;
}
/** Who decides what, under which key, why and when (ISO). `said` is everything that makes it this command. */
export interface Asking {
  actor: StaffActor;
  key: string;
  said: readonly unknown[];
  reason: string | null;
  at: string;
}
type Record = (decision: Decision) => Promise<Id>;

/**
 * Runs the work in one transaction of the service and keeps its answer: the same command under the same key is answered
 * again and does nothing. A refusal is not kept. Throws KeyReused for another command under the key.
 */
export function decideOnce(
  { database, sealing }: Desk,
  { actor, key, said, reason, at }: Asking,
  work: (rows: Rows, record: Record) => Promise<Decided>,
): Promise<Decided> {
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) throw new InvalidRequest('BAD_COMMAND', 'A key is 1 to 200 plain characters');
  const { serviceId, id: by } = actor;
  return database.within(serviceScope(serviceId), async (rows) => {
    // Decisions about persons of one service take turns: two merges at once could make a circle.
    await rows.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`persons ${serviceId}`]);
    const [digest] = await sealing.digests(rows, serviceId, 'fingerprint', [canonical([...said, reason])]);
    const before = await rows.query<{ id: Id; request_digest: Buffer }>(
      'select id, request_digest from person_decision where by = $1 and key = $2',
      [by, key],
    );
    const done = before.rows[0];
    if (done && !same(done.request_digest, digest as Buffer)) throw new KeyReused();
    if (done) return { ok: true, id: done.id };
    return work(rows, async ({ what, personId, otherId, across = false, fields = [], undoes, reasonOwner }) => {
      const id = crypto.randomUUID();
      const owner = reason === null ? null : (reasonOwner ?? personId);
      const place = `person_decision.reason/${id}`;
      const sealed =
        owner === null || reason === null ? null : await sealing.seal(rows, serviceId, owner, place, reason);
      await rows.query(
        `insert into person_decision (id, service_id, what, person_id, other_id, across, fields, undoes, reason, reason_owner, by, at, key, request_digest)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          id,
          serviceId,
          what,
          personId,
          otherId ?? null,
          across,
          fields,
          undoes ?? null,
          sealed,
          owner,
          by,
          at,
          key,
          digest,
        ],
      );
      return id;
    });
  });
}

/** A person of the service as decisions see them: the record they are read as; null for staff, and for who is unknown or erased. */
export async function personOf(rows: Rows, serviceId: Id, personId: Id): Promise<Id | null> {
  const found = await rows.query<{ one: Id }>(
    `select concord_one(p.id) as one from person p where p.id = $1 and p.service_id = $2 and not exists (select from staff s where s.id = p.id)
     and not exists (select from sealing_key k where k.service_id = $2 and k.owner_id = concord_one(p.id) and k.purpose = 'words' and k.destroyed_at is not null)`,
    [personId, serviceId],
  );
  return found.rows[0]?.one ?? null;
}
