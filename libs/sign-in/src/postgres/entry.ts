// How a participant comes in, and comes back: an invitation, then a one-time code made for this visit. Right or wrong, known or not, the same statements run.
import { NO_ID, type Id } from '#libs/case';
import type { Database, Rows } from '#libs/database';
import { asService, withSecrets } from './visitor-scope.js';
import type { Numbers } from '../numbers.js';
import { hashOf, type Keys } from '../secrets.js';
import type { Opened } from './sessions.js';

/** What the two steps work with. */
export interface Entry {
  readonly database: Database;
  readonly keys: Keys;
  readonly numbers: Numbers;
}

/** An invitation that can be used; of none, the ids are those of no person. */
interface Open {
  readonly id: Id;
  readonly codeHash: Buffer | null;
}

const find = `
select id, service_id, code_hash from invitation
where code_hash = any($1::bytea[]) and revoked_at is null and expires_at > $2`;

/** The invitation that can be used, from whose service the transaction looks from then on; or one that belongs to no person. */
async function open(rows: Rows, hashes: readonly Buffer[], at: string): Promise<Open> {
  const { rows: found } = await rows.query<{ id: Id; service_id: Id; code_hash: Buffer }>(find, [hashes, at]);
  await asService(rows, found[0]?.service_id ?? NO_ID);
  return { id: found[0]?.id ?? NO_ID, codeHash: found[0]?.code_hash ?? null };
}

/** A transaction that wrote nothing would not wait for the disk, and be quicker to say no: this makes each one wait. */
const wait = (rows: Rows) => rows.query(`select pg_logical_emit_message(true, 'concord', '')`);

/** Whether too many wrong codes came for an invitation `i` in the day before `at`; both are SQL. */
export const tooManyWrong = (at: string, most: string): string =>
  `(i.wrong_codes >= ${most} and i.wrong_since > ${at}::timestamptz - interval '1 day')`;
/** Whether an invitation `i` has had the codes of a day. Those that staff read out are not counted. */
export const hadItsCodes = (at: string, most: string): string =>
  `(select count(*) from one_time_code c where c.invitation_id = i.id and c.read_by is null and c.made_at > ${at}::timestamptz - interval '1 day') >= ${most}`;

// A code that was made before lives on until it ends: who asks again does not kill the one just read out.
const make = `
insert into one_time_code (service_id, invitation_id, code_hash, made_at, expires_at, waiting)
select i.service_id, i.id, $2, $3, $4, $5 from invitation i
where i.id = $1 and not ${hadItsCodes('$3', '$6')} and not ${tooManyWrong('$3', '$7')}`;

/** Makes a one-time code for the invitation under these hashes, and leaves it to be sent. The caller learns nothing of whether there was one. */
export async function askForCode(
  { database, keys, numbers }: Entry,
  hashes: readonly [Buffer, ...Buffer[]],
  at: string,
): Promise<void> {
  const until = new Date(Date.parse(at) + numbers.codeMinutes * 60_000).toISOString();
  await withSecrets(database, hashes, async (rows) => {
    const { id, codeHash } = await open(rows, hashes, at);
    const code = keys.makeOneTimeCode('sent', codeHash ?? hashes[0]);
    const stored = keys.codeHashes(id, code)[0];
    await rows.query(make, [id, stored, at, until, keys.seal(code), numbers.codesADay, numbers.wrongCodesADay]);
    await wait(rows);
  });
}

// Whoever came in once comes back with the same invitation until `returnDays` after their last visit: each visit moves its end on.
// Of tries at the same moment each waits for the one before, and finds the code used.
const redeem = `
update one_time_code c set used_at = $3 from invitation i
where i.id = c.invitation_id and i.id = $1 and c.code_hash = any($2::bytea[]) and c.used_at is null and c.expires_at > $3
  and (c.read_by is not null or not ${tooManyWrong('$3', '$4')}) returning c.read_by, c.checked`;
const begin = `
with used as (
  update invitation set used_at = coalesce(used_at, $2), waiting = null, expires_at = greatest(expires_at, $10)
  where id = $1 and $7::boolean returning id, service_id, case_id, participant_id)
insert into session (service_id, person_id, kind, token_hash, invitation_id, began_at, last_seen_at, idle_minutes, expires_at, case_ids, assisted_by, checked)
select u.service_id, p.person_id, 'participant', $3, u.id, $2, $2, $4, $5, array[u.case_id], $8, $9 from used u join participant p on p.case_id = u.case_id and p.id = u.participant_id
where p.person_id <> $6 returning id`;

/** The code that was right. */
interface Right {
  /** Who read the code out, and how they made sure to whom. */
  read_by: Id | null;
  checked: string | null;
}

/** Opens a session of the invitation's case with both codes; null for whatever reason it cannot be. */
export async function enter(
  { database, keys, numbers }: Entry,
  { hashes, code }: { hashes: readonly Buffer[]; code: string },
  at: string,
): Promise<Opened | null> {
  const token = keys.makeToken();
  const tokenHash = hashOf(token);
  const expiresAt = new Date(Date.parse(at) + numbers.participantMinutes * 60_000).toISOString();
  const opened = await withSecrets(database, [...hashes, tokenHash], async (rows) => {
    const { id } = await open(rows, hashes, at);
    const tried = await rows.query<Right>(redeem, [id, keys.codeHashes(id, code), at, numbers.wrongCodesADay]);
    const [right] = tried.rows;
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
      new Date(Date.parse(at) + numbers.returnDays * 86_400_000).toISOString(),
    ]);
    await wait(rows);
    return session.rows.length > 0;
  });
  return opened ? { token, expiresAt } : null;
}

const count = `
update invitation i set wrong_codes = case when i.wrong_since > $3::timestamptz - interval '1 day' then i.wrong_codes else 0 end + $2,
  wrong_since = case when i.wrong_since > $3::timestamptz - interval '1 day' then i.wrong_since else $3 end
where i.code_hash = any($1::bytea[])`;

/** Writes that so many wrong one-time codes came for the invitation under these hashes. */
export const countWrong = ({ database }: Entry, hashes: readonly Buffer[], many: number, at: string): Promise<void> =>
  withSecrets(database, hashes, async (rows) => void (await rows.query(count, [hashes, many, at])));
