// The database seen through somebody's eyes: every statement runs in a transaction that first says whose.
import type { Database, Rows, Scope } from '#libs/casework';
import type pg from 'pg';
import { inTransaction } from './pools.js';

// Three settings of our own, for this transaction only; the policies of row-level security read them.
const SEEN = `select set_config('concord.service', $1, true), set_config('concord.sight', $2, true), set_config('concord.who', $3, true)`;

/** Opens the scoped side of a pool. */
export function scoped(pool: pg.Pool): Database {
  const within = <T>(scope: Scope, work: (rows: Rows) => Promise<T>): Promise<T> =>
    inTransaction(pool, async (client) => {
      await client.query({ name: 'scope', text: SEEN, values: [scope.serviceId, scope.sight, scope.who ?? ''] });
      return work(client as Rows);
    });
  return {
    within,
    as: (scope) => ({
      query: <R extends object>(text: string, values?: unknown[]) =>
        within(scope, (rows) => rows.query<R>(text, values)),
    }),
  };
}
