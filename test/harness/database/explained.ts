// What each statement of the application reads, as PostgreSQL says it: the buffers of its plan, in the scope it was asked in.
import { type Database, type Scope, scoped, type Pools } from '#libs/database';

/** A statement and the buffers it touched, found in memory or not. */
export interface Explained {
  readonly text: string;
  readonly buffers: number;
}
interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** A database that answers as any other, and keeps what each statement read since `since` was last called. */
export function explaining(pools: Pools): { database: Database; since(): Explained[] } {
  const database = scoped(pools.plain);
  let kept: Explained[] = [];
  const as = (scope: Scope) => ({
    query: async <R extends object>(text: string, values: unknown[] = []) => {
      const { rows } = await database
        .as(scope)
        .query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          `explain (analyze, buffers, timing off, format json) ${text}`,
          values,
        );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      kept.push({ text, buffers: (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0) });
      return database.as(scope).query<R>(text, values);
    },
  });
  return {
    database: { ...database, as },
    since: () => {
      const before = kept;
      kept = [];
      return before;
    },
  };
}
