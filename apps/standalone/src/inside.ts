// The inside of the house on one database: the pools, the scoped database, what is held about people, and the cases. Commands and servers open it here.
import { PgPersonalRecords } from '#libs/people';
import type { Database } from '#libs/casework';
import { openPools, PgCaseStore, scoped, type Pools } from '#libs/store';

export interface Inside {
  readonly pools: Pools;
  /** Every statement through somebody's eyes. */
  readonly database: Database;
  readonly people: PgPersonalRecords;
  readonly store: PgCaseStore;
  stop(): Promise<void>;
}

/** Opens the inside on the database at `url`; `sizes` are connections. */
export function openInside(url: string, sizes?: { hot: number; plain: number }): Inside {
  const pools = openPools(url, sizes);
  const people = new PgPersonalRecords(pools.plain);
  return {
    pools,
    database: scoped(pools.plain),
    people,
    store: new PgCaseStore(pools, people),
    stop: () => pools.end(),
  };
}
