// Answers of people who refer themselves, on PostgreSQL: found by the hash of their code, and of what their browser holds.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';

export interface Kept {
  readonly id: Id;
  readonly answers: Buffer;
  readonly beganAt: string;
  readonly sentAt: string | null;
}

const columns = `id, answers, began_at as "beganAt", sent_at as "sentAt"`;

export async function add(
  rows: Rows,
  row: { id: Id; serviceId: Id; codeHash: Buffer; sessionHash: Buffer; answers: Buffer; at: string; until: string },
): Promise<void> {
  await rows.query('delete from self_referral where service_id = $1 and expires_at <= $2', [row.serviceId, row.at]);
  await rows.query(
    `insert into self_referral (id, service_id, code_hash, session_hash, answers, began_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.serviceId, row.codeHash, row.sessionHash, row.answers, row.at, row.until],
  );
}

/** The row with this code that is open in this browser; null for whatever reason there is none. Locked until the transaction ends. */
export async function opened(rows: Rows, codes: readonly Buffer[], session: Buffer, at: string): Promise<Kept | null> {
  const sql = `select ${columns} from self_referral where code_hash = any($1::bytea[]) and session_hash = $2 and expires_at > $3 for update`;
  return (await rows.query<Kept>(sql, [codes, session, at])).rows[0] ?? null;
}

/** Opens it in another browser, where it was open till then no more. True when there is one with this code. */
export async function reopen(rows: Rows, codes: readonly Buffer[], session: Buffer, at: string): Promise<boolean> {
  const sql = `update self_referral set session_hash = $2 where code_hash = any($1::bytea[]) and expires_at > $3 returning id`;
  return (await rows.query(sql, [codes, session, at])).rows.length > 0;
}

export const write = (rows: Rows, id: Id, answers: Buffer, sentAt: string | null) =>
  rows.query('update self_referral set answers = $2, sent_at = $3 where id = $1', [id, answers, sentAt]);

/** From here on the code alone opens it. */
export const leave = (rows: Rows, codes: readonly Buffer[], session: Buffer) =>
  rows.query('update self_referral set session_hash = null where code_hash = any($1::bytea[]) and session_hash = $2', [
    codes,
    session,
  ]);
