// The inside of the house on one database: the pools, the scoped database, what is held about people, and the cases. Commands and servers open it here.
import { PgPersonalRecords, Vault, type MasterKeys } from '#libs/people';
import type { Database } from '#libs/casework';
import { openPools, PgCaseStore, scoped, type Pools } from '#libs/store';

export interface Inside {
  readonly pools: Pools;
  /** Every statement through somebody's eyes. */
  readonly database: Database;
  /** Seals and opens what is held about people. */
  readonly vault: Vault;
  readonly people: PgPersonalRecords;
  readonly store: PgCaseStore;
  stop(): Promise<void>;
}

/** What the inside is opened with; `sizes` are connections. */
export interface InsideOptions {
  masterKeys: MasterKeys;
  sizes?: { hot: number; plain: number };
}

/** Opens the inside on the database at `url`. */
export function openInside(url: string, { masterKeys, sizes }: InsideOptions): Inside {
  const pools = openPools(url, sizes);
  const vault = new Vault(masterKeys);
  const database = scoped(pools.plain);
  const people = new PgPersonalRecords(database, vault);
  return {
    pools,
    database,
    vault,
    people,
    store: new PgCaseStore(pools, people),
    stop: () => pools.end(),
  };
}
