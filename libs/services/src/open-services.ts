// The inside of the house on one database: the pools, the scoped database, what is held about people, and the cases. Commands and servers open it here.
import { PgPersonalRecords } from '#libs/people';
import { Vault, type MasterKeys } from '#libs/sealing';
import { type Database, APPLICATION, openPools, scoped, type Pools } from '#libs/database';
import { enforced, disabledForTest, type Checks } from '#libs/permissions';
import { PgCaseStore } from '#libs/casework';

export interface OpenServices {
  /** Connections that work as the application: row-level security holds, and without a scope they see nothing. */
  readonly pools: Pools;
  /** Every statement through somebody's eyes. */
  readonly database: Database;
  /** Seals and opens what is held about people. */
  readonly vault: Vault;
  /** The program's own checks of who may see what. */
  readonly checks: Checks;
  readonly people: PgPersonalRecords;
  readonly store: PgCaseStore;
  stop(): Promise<void>;
}

/** What the inside is opened with; `sizes` are connections. */
export interface OpenOptions {
  masterKeys: MasterKeys;
  sizes?: { hot: number; plain: number };
  /** For tests: the program's own checks let everything through, and row-level security stands alone. */
  unchecked?: boolean;
}

/** Opens the inside on the database at `url`, whoever signs in there, as the application. */
export function openServices(url: string, { masterKeys, sizes, unchecked: off = false }: OpenOptions): OpenServices {
  if (off && process.env['NODE_ENV'] === 'production') throw new Error('In production nothing is unchecked.');
  const checks = off ? disabledForTest : enforced;
  const pools = openPools(url, { ...sizes, as: APPLICATION });
  const vault = new Vault(masterKeys);
  const database = scoped(pools.plain);
  const people = new PgPersonalRecords(database, vault);
  return {
    pools,
    database,
    vault,
    checks,
    people,
    store: new PgCaseStore(pools, people, { size: 32, slots: 3, checks }),
    stop: () => pools.end(),
  };
}
