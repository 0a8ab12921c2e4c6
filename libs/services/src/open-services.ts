// Opens what programs work with on one database: pools, scoped database, people and cases. Servers and commands begin here.
import { PgPersonalRecords } from '#libs/people';
import { Vault, type MasterKeys } from '#libs/sealing';
import { type Database, APPLICATION, openPools, type Patience, scoped, type Pools } from '#libs/database';
import { enforced, disabledForTest, type Checks } from '#libs/permissions';
import { PgCaseStore } from '#libs/casework';

export interface OpenServices {
  /** Connections that work as the application: row-level security holds, and without a scope they see nothing. */
  readonly pools: Pools;
  /** The database in a scope: each statement is sent for one actor or for the service. */
  readonly database: Database;
  /** The same for reads by key, which each connection plans once and never again: who asks, names, cases by id. */
  readonly byKey: Database;
  /** Seals and opens what is held about people. */
  readonly vault: Vault;
  /** The program's own checks of who may see what. */
  readonly checks: Checks;
  readonly people: PgPersonalRecords;
  readonly store: PgCaseStore;
  stop(): Promise<void>;
}

/** What the services are opened with; `sizes` are connections. */
export interface OpenOptions {
  masterKeys: MasterKeys;
  sizes?: { hot: number; plain: number };
  /** How long the database is waited for; left out: without end. */
  patience?: Patience;
  /** For tests: the program's own checks let everything through, and row-level security stands alone. */
  checksDisabledForTest?: boolean;
}

/** Opens the services on the database at `url`. Whichever account signs in there, statements run as the application. */
export function openServices(
  url: string,
  { masterKeys, sizes, patience, checksDisabledForTest = false }: OpenOptions,
): OpenServices {
  if (checksDisabledForTest && process.env['NODE_ENV'] === 'production')
    throw new Error('In production no check is disabled.');
  const checks = checksDisabledForTest ? disabledForTest : enforced;
  const pools = openPools(url, { ...sizes, ...(patience && { patience }), as: APPLICATION });
  const vault = new Vault(masterKeys);
  const database = scoped(pools.plain);
  const byKey = scoped(pools.hot);
  const people = new PgPersonalRecords(database, vault, byKey);
  return {
    pools,
    database,
    byKey,
    vault,
    checks,
    people,
    store: new PgCaseStore(pools, people, { size: 32, slots: 3, checks }),
    stop: () => pools.end(),
  };
}
