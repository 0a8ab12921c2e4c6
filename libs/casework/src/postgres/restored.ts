// After a restore: the database does not know what was sent since its backup, and nothing is to be sent twice.
import { inTransaction, scheduleSql, unscheduleSql } from '#libs/database';
import type pg from 'pg';

/** How much is held back. */
export interface HeldBack {
  /** Messages to participants that were due, and may have been sent. */
  messages: number;
  /** Invitations and one-time codes that waited for the post: whoever lacks one asks for another. */
  codes: number;
}

const JOBS = `(select n.case_id::text || '/' || n.id as key, n.not_before as start_after,
  json_build_object('serviceId', n.service_id, 'caseId', n.case_id, 'noticeId', n.id) as data from notice n where n.held_since = $1) j`;

/**
 * Puts the fence up, as the owner: what was due at this instant and not sent is held, and has no job; what is due later could
 * not have been sent and goes its way. Run again it holds what has come due since.
 */
export function holdBack(owner: pg.Pool, at: string): Promise<HeldBack> {
  return inTransaction(owner, async (client) => {
    const held = await client.query(
      `update notice set held_since = $1 where sent_at is null and cancelled_at is null and held_since is null and not_before <= $1`,
      [at],
    );
    await client.query(unscheduleSql('notice', JOBS), [at]);
    const invitations = await client.query('update invitation set waiting = null where waiting is not null');
    const codes = await client.query('update one_time_code set waiting = null where waiting is not null');
    return { messages: held.rowCount ?? 0, codes: (invitations.rowCount ?? 0) + (codes.rowCount ?? 0) };
  });
}

/** Takes the fence down, when a person has decided that what is held was not sent: gives how many messages wait again. */
export function release(owner: pg.Pool): Promise<number> {
  return inTransaction(owner, async (client) => {
    const { rows } = await client.query<{ since: string }>(
      'select distinct held_since::text as since from notice where held_since is not null',
    );
    let released = 0;
    for (const { since } of rows) {
      await client.query(scheduleSql('notice', JOBS), [since]);
      released +=
        (await client.query('update notice set held_since = null where held_since = $1', [since])).rowCount ?? 0;
    }
    return released;
  });
}
