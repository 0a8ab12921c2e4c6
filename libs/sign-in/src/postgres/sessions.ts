// Sessions: opened with proof, read once a request together with who it belongs to now, ended by their owner.
import { londonDate } from '#libs/time';
import type { Actor, Id, StaffRole } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import { serviceScope, type Database, type Rows } from '#libs/database';
import type { Numbers } from '../numbers.js';
import { hashOf, type Keys } from '../secrets.js';

/** A prepared statement on any connection of a pool: one round trip. */
export interface Prepared {
  query<R extends object>(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: R[] }>;
}
/** A stay of one person on one device. Instants are ISO. */
export interface Session {
  readonly id: Id;
  readonly beganAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly idleMinutes: number;
}
/** Who came in with a session token. */
export interface Entered {
  readonly actor: Actor;
  readonly scopes: readonly string[];
  readonly session: Session;
}
/** A session just opened; the token is told once. */
export interface Opened {
  readonly token: string;
  readonly expiresAt: string;
}

const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

interface EnteredRow {
  session_id: Id;
  service_id: Id;
  /** The record the person is read as, and of a participant every record that is them. */
  one: Id;
  same: Id[] | null;
  kind: 'staff' | 'participant';
  roles: StaffRole[] | null;
  scopes: string[];
  began_at: string;
  last_seen_at: string;
  expires_at: string;
  idle_minutes: number;
  case_ids: Id[] | null;
  assisted_by: Id | null;
}

// Members of staff are never merged: only participants are read as another record.
const entered = `
select s.*, case when s.kind = 'participant' then concord_one(s.person_id) else s.person_id end as one,
  case when s.kind = 'participant' then concord_same(s.person_id) end as same from concord_session($1, $2, $3) s`;

/** The actor and the session of a token, as the register has them at this moment; null when there is no such session (any more). One statement. */
export async function enteredWith(pool: Prepared, token: string, at: string): Promise<Entered | null> {
  const { rows } = await pool.query<EnteredRow>({
    name: 'concord session',
    text: entered,
    values: [hashOf(token), at, londonDate(at)],
  });
  const row = rows[0];
  if (!row) return null;
  const { one: id, same, service_id: serviceId } = row;
  return {
    actor:
      row.kind === 'staff'
        ? { kind: 'staff', id, serviceId, roles: row.roles ?? [] }
        : {
            kind: 'participant',
            id,
            serviceId,
            within: row.case_ids ?? [],
            ...(same && same.length > 1 && { also: same }),
            ...(row.assisted_by && { assistedBy: row.assisted_by }),
          },
    scopes: row.scopes,
    session: {
      id: row.session_id,
      beganAt: row.began_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
      idleMinutes: row.idle_minutes,
    },
  };
}

/** What the issuer's ID token says, verified. */
export interface StaffProof {
  readonly subject: string;
  readonly serviceId: Id;
  /** Null: the staff register says the roles. */
  readonly roles: readonly StaffRole[] | null;
  readonly scopes: readonly string[];
  /** The token itself: it opens one session. */
  readonly idToken: string;
}

const openStaff = `
insert into session (service_id, person_id, kind, token_hash, proof_hash, roles, scopes, began_at, last_seen_at, idle_minutes, expires_at)
select st.service_id, st.id, 'staff', $3, $4, $5::text[], $6::text[], $7, $7, $8, $9 from staff st
where st.service_id = $1 and st.subject = $2 and concord_at_work(st.active, st.availability, st.back_on, $10::date)
on conflict do nothing returning id`;

/** Opens a session for a member of staff; null when the proof fits no member of staff at work, or was used before. */
export async function openForStaff(
  { database, keys, numbers }: { database: Database; keys: Keys; numbers: Numbers },
  proof: StaffProof,
  at: string,
): Promise<Opened | null> {
  const token = keys.makeToken();
  const expiresAt = later(at, numbers.staffMinutes);
  const { rows } = await database
    .as(serviceScope(proof.serviceId))
    .query(openStaff, [
      proof.serviceId,
      proof.subject,
      hashOf(token),
      hashOf(proof.idToken),
      proof.roles,
      proof.scopes,
      at,
      numbers.staffIdleMinutes,
      expiresAt,
      londonDate(at),
    ]);
  return rows.length > 0 ? { token, expiresAt } : null;
}

/** Ends sessions of the actor: all of them, or one. Gives how many were going on. */
export async function endSessions(rows: Rows, actor: Actor, only: Id | null, at: string): Promise<number> {
  const ended = await rows.query(
    `update session set ended_at = $2 where person_id = any(concord_same($1)) and ended_at is null and expires_at > $2 and ($3::uuid is null or id = $3) returning id`,
    [actor.id, at, only],
  );
  return ended.rows.length;
}

/** The actor's own sessions that are going on, newest first. */
export async function sessionsOf(database: Database, actor: Actor, at: string): Promise<Session[]> {
  const { rows } = await database.as(scopeOf(actor)).query<Session>(
    `select id, began_at as "beganAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", idle_minutes as "idleMinutes" from session
     where person_id = any(concord_same($1)) and ended_at is null and expires_at > $2 and last_seen_at + make_interval(mins => idle_minutes) > $2
     order by began_at desc, id limit 20`,
    [actor.id, at],
  );
  return rows;
}

/** A session that a member of staff helped to open by reading out its code. */
export interface Assisted {
  /** ISO instant. */
  readonly at: string;
  readonly checked: string;
}

/** The last times a participant was helped in, latest first, in the cases they are shown; none for staff. */
export async function assistedOf(database: Database, actor: Actor): Promise<Assisted[]> {
  if (actor.kind !== 'participant') return [];
  const { rows } = await database.as(scopeOf(actor)).query<Assisted>(
    `select began_at as at, checked from session where person_id = any(concord_same($1)) and assisted_by is not null
     and exists (select from unnest(case_ids) as c where concord_admits(c)) order by began_at desc, id limit 20`,
    [actor.id],
  );
  return rows;
}
