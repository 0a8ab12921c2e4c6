// The database seen through somebody's eyes: every statement runs in a transaction that first says whose.
import type { Database, Rows, Scope } from '#libs/casework';
import type { Socket } from 'node:net';
import type pg from 'pg';
import { inTransaction } from './pools.js';

// Three settings of our own, for this transaction only; the policies of row-level security read them.
const text = `select set_config('concord.service', $1, true), set_config('concord.sight', $2, true), set_config('concord.who', $3, true)`;
const SCOPE = 'scope';
const seenBy = ({ serviceId, sight, who }: Scope): pg.QueryConfig => ({
  name: SCOPE,
  text,
  values: [serviceId, sight, who ?? ''],
});

/** A statement and whose eyes it has. */
export interface Asked {
  scope: Scope;
  query: pg.QueryConfig;
}

/**
 * Runs statements in one transaction, each in its own scope, and gives their results in order. Everything leaves in one
 * socket write: a transaction that says whose eyes it has costs one round trip, as a bare statement does. When one fails,
 * the server refuses what follows and its commit is a rollback: nothing has happened, and the first error is thrown.
 */
export async function together(pool: pg.Pool, asked: readonly Asked[]): Promise<pg.QueryResult[]> {
  const client = await pool.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  const sent = [
    client.query('begin'),
    ...asked.flatMap(({ scope, query }) => [client.query(seenBy(scope)), client.query(query)]),
    client.query('commit'),
  ];
  stream.uncork();
  const ended = await Promise.allSettled(sent);
  const failed = ended.find((one) => one.status === 'rejected');
  const last = ended.at(-1);
  // A commit that was answered, even as a rollback, leaves the connection clean; any other end does not.
  client.release(last?.status === 'fulfilled' ? undefined : new Error('broken off'));
  if (failed) throw failed.reason;
  return ended.flatMap((one, n) => (one.status === 'fulfilled' && n % 2 === 0 && n > 0 ? [one.value] : []));
}

/** Opens the scoped side of a pool. */
export function scoped(pool: pg.Pool): Database {
  return {
    within: (scope, work) =>
      inTransaction(pool, async (client) => {
        await client.query(seenBy(scope));
        return work(client as Rows);
      }),
    as: (scope) => ({
      query: async <R extends object>(sql: string, values: unknown[] = []) => {
        // 'extended' takes one statement: no text can end this transaction and go on under another's eyes.
        const query = { text: sql, values, queryMode: 'extended' };
        const [result] = await together(pool, [{ scope, query }]);
        return result as pg.QueryResult<R>;
      },
    }),
  };
}
