// How a participant comes in: an invitation, then a one-time code. Right or wrong, known or not, the same statements run.
import { NO_ID, type Id } from '#libs/case';
import type { Database, Rows } from '#libs/database';
import { asService, withSecrets } from './visitor-scope.js';
import type { Numbers } from '../numbers.js';
import { hashOf, makeOneTimeCode, makeToken, plainCode, type Keys } from '../secrets.js';
import type { Opened } from './sessions.js';

/** What the two steps work with. */
export interface Entry {
  readonly database: Database;
  readonly keys: Keys;
  readonly numbers: Numbers;
}

/** The hashes under which an invitation with this code may be stored. */
export const invitationHashes = (keys: Keys, code: string) => keys.hashes('invitation', plainCode(code));
/** The hashes of a one-time code for one invitation. */
export const codeHashes = (keys: Keys, invitationId: Id, code: string) =>
  keys.hashes(`code ${invitationId}`, plainCode(code));

const find = `
select id, service_id from invitation
where code_hash = any($1::bytea[]) and $3::boolean and used_at is null and revoked_at is null and expires_at > $2`;

/** The invitation that can be used, from whose service the transaction looks from then on; or one that belongs to no person. */
async function open(rows: Rows, hashes: readonly Buffer[], at: string, within: boolean): Promise<Id> {
  const { rows: found } = await rows.query<{ id: Id; service_id: Id }>(find, [hashes, at, within]);
  await asService(rows, found[0]?.service_id ?? NO_ID);
  return found[0]?.id ?? NO_ID;
}

/** A transaction that wrote nothing would not wait for the disk, and be quicker to say no: this makes each one wait. */
const wait = (rows: Rows) => rows.query(`select pg_logical_emit_message(true, 'concord', '')`);

// A code that was sent before is dead with the next: one is good at a time. Those that staff read out are not counted.
const make = `
with asked as (
  select i.id, i.service_id from invitation i where i.id = $1
    and (select count(*) from one_time_code c where c.invitation_id = i.id and c.read_by is null and c.made_at > $3::timestamptz - interval '1 day') < $6),
replaced as (update one_time_code c set used_at = $3, waiting = null from asked where c.invitation_id = asked.id and c.used_at is null)
insert into one_time_code (service_id, invitation_id, code_hash, made_at, expires_at, waiting)
select service_id, id, $2, $3, $4, $5 from asked`;

/** Makes a one-time code for the invitation with this code, and leaves it to be sent. The caller learns nothing of whether there was one. */
export async function askForCode(
  { database, keys, numbers }: Entry,
  invitation: string,
  within: boolean,
  at: string,
): Promise<void> {
  const hashes = invitationHashes(keys, invitation);
  const code = makeOneTimeCode();
  const until = new Date(Date.parse(at) + numbers.codeMinutes * 60_000).toISOString();
  await withSecrets(database, hashes, async (rows) => {
    const id = await open(rows, hashes, at, within);
    await rows.query(make, [id, codeHashes(keys, id, code)[0], at, until, keys.seal(code), numbers.codesADay]);
    await wait(rows);
  });
}

// Every code of the invitation that is good counts the try. Of tries at the same moment each waits for the one before,
// and finds the code used.
const redeem = `
update one_time_code set tries = tries + 1, used_at = case when code_hash = any($2::bytea[]) then $3::timestamptz end
where invitation_id = $1 and used_at is null and expires_at > $3 and tries < $4 returning used_at is not null as "right", read_by, checked`;
const begin = `
with used as (
  update invitation set used_at = $2, waiting = null where id = $1 and $7::boolean and used_at is null returning id, service_id, case_id, participant_id)
insert into session (service_id, person_id, kind, token_hash, invitation_id, began_at, last_seen_at, idle_minutes, expires_at, case_ids, assisted_by, checked)
select u.service_id, p.person_id, 'participant', $3, u.id, $2, $2, $4, $5, array[u.case_id], $8, $9 from used u join participant p on p.case_id = u.case_id and p.id = u.participant_id
where p.person_id <> $6 returning id`;

interface Tried {
  right: boolean;
  /** Who read the code out, and how they made sure to whom. */
  read_by: Id | null;
  checked: string | null;
}

/** Opens a session of the invitation's case with both codes; null for whatever reason it cannot be. */
export async function enter(
  { database, keys, numbers }: Entry,
  { invitation, code }: { invitation: string; code: string },
  within: boolean,
  at: string,
): Promise<Opened | null> {
  const hashes = invitationHashes(keys, invitation);
  const token = makeToken();
  const tokenHash = hashOf(token);
  const expiresAt = new Date(Date.parse(at) + numbers.participantMinutes * 60_000).toISOString();
  const opened = await withSecrets(database, [...hashes, tokenHash], async (rows) => {
    const id = await open(rows, hashes, at, within);
    const tried = await rows.query<Tried>(redeem, [id, codeHashes(keys, id, code), at, numbers.codeTries]);
    const right = tried.rows.find((one) => one.right);
    const session = await rows.query(begin, [
      id,
      at,
      tokenHash,
      numbers.participantIdleMinutes,
      expiresAt,
      NO_ID,
      right !== undefined,
      right?.read_by ?? null,
      right?.checked ?? null,
    ]);
    await wait(rows);
    return session.rows.length > 0;
  });
  return opened ? { token, expiresAt } : null;
}
