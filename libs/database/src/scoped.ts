// The database in a scope: every statement runs in a transaction that first says for whom, which row-level security reads.
import type { Database, Rows, Scope } from './scope.js';
import pg from 'pg';
import { isLost } from './lost-connection.js';
import { inOneSync } from './one-sync.js';
import { inTransaction } from './pools.js';
import { StatementNames } from './statement-names.js';

// Five settings of our own, for this transaction only; the policies of row-level security read them.
const text = `select set_config('concord.service', $1, true), set_config('concord.sight', $2, true), set_config('concord.who', $3, true), set_config('concord.cases', $4, true), set_config('concord.roles', $5, true)`;
const SCOPE = 'scope';
const casesOf = ({ cases = [] }: Scope): string => (cases === 'all' ? cases : cases.join(' '));
const rolesOf = ({ roles = [] }: Scope): string => roles.join(' ');
const seenBy = (scope: Scope): pg.QueryConfig => ({
  name: SCOPE,
  text,
  values: [scope.serviceId, scope.sight, scope.who ?? '', casesOf(scope), rolesOf(scope)],
});

const sameScope = (one: Scope, other: Scope | undefined): boolean =>
  one.serviceId === other?.serviceId &&
  one.sight === other.sight &&
  one.who === other.who &&
  casesOf(one) === casesOf(other) &&
  rolesOf(one) === rolesOf(other);

/** A statement and the scope it runs in. */
export interface Asked {
  scope: Scope;
  query: pg.QueryConfig;
}

/**
 * Runs statements in one transaction, each in its own scope, and gives their results in order. The scope is set again only
 * where it changes, and all of it costs one round trip, as a bare statement does. When one fails nothing has happened, and its error is thrown.
 */
export async function together(pool: pg.Pool, asked: readonly Asked[]): Promise<pg.QueryResult[]> {
  const client = await pool.connect();
  try {
    const sent = asked.flatMap(({ scope, query }, n) =>
      sameScope(scope, asked[n - 1]?.scope) ? [{ query }] : [{ query: seenBy(scope), says: true }, { query }],
    );
    const results = await inOneSync(
      client,
      sent.map(({ query }) => query),
    );
    client.release();
    return results.filter((_, n) => !sent[n]?.says);
  } catch (error) {
    // What the server refused leaves the connection clean; whatever else happened may not, and a cut one is gone.
    client.release(error instanceof pg.DatabaseError && !isLost(error) ? undefined : (error as Error));
    throw error;
  }
}

// About as many texts as pages and documents send; a plan with its policies takes some tens of kilobytes of a connection.
const names = new StatementNames(300);

/** A statement as it is sent: by its name once it has one. */
function named(text: string, values: unknown[]): pg.QueryConfig {
  const name = names.nameOf(text);
  return name === undefined ? { text, values } : { name, text, values };
}

/** Opens the scoped side of a pool. */
export function scoped(pool: pg.Pool): Database {
  return {
    within: (scope, work) =>
      inTransaction(
        pool,
        (client) => work(client as Rows),
        (client) => inOneSync(client, [{ text: 'begin' }, seenBy(scope)]),
      ),
    as: (scope) => ({
      query: async <R extends object>(sql: string, values: unknown[] = []) => {
        const [result] = await together(pool, [{ scope, query: named(sql, values) }]);
        return result as pg.QueryResult<R>;
      },
    }),
  };
}
