// Connections to PostgreSQL, with values read the way the rest of the program writes them.
import pg from 'pg';
import { endWithin } from './end-pool.js';
import { isLost } from './lost-connection.js';

const ISO_INSTANT = 1184; // timestamptz
const DAY = 1082; // date
const BIGINT = 20;

/** Instants as ISO text in UTC, days as 'YYYY-MM-DD', counts as numbers: no code handles a Date of the driver's. */
const readers: Record<number, (text: string) => unknown> = {
  [ISO_INSTANT]: (text) => (text.endsWith('infinity') ? null : new Date(text).toISOString()),
  [DAY]: (text) => text,
  [BIGINT]: Number,
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    readers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

// Every lookup of the hot path is by primary key. A generic plan saves planning a dozen subqueries on every command,
// and without these the plan made while tables were empty would scan them until the next ANALYZE.
const BY_KEY =
  'set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off';
// A list is read in the order of an index whoever asks and for whatever value: one plan serves all, and none is made while somebody waits.
const ORDINARY = 'set plan_cache_mode = force_generic_plan; set jit = off';

/** The role the application works as: it owns nothing, and row-level security holds for it. */
export const APPLICATION = 'concord_app';

export interface Pools {
  /** Decisions: reads and writes by key, prepared once on each connection. */
  hot: pg.Pool;
  /** Lists, imports, checks. */
  plain: pg.Pool;
  end(): Promise<void>;
}

/** How long the database is waited for, in seconds; 0: without end. */
export interface Patience {
  /** For a connection: a new one, or a turn on one that is there. */
  readonly connect: number;
  /** For what another transaction holds. */
  readonly lock: number;
  /** For the answer to a statement. */
  readonly statement: number;
}

/**
 * `hot` and `plain` are connections each. `as`: the role that statements run as; absent, the account that signs in. `jobs`: the
 * plain ones may take waiting jobs of every service, for a worker.
 */
export interface PoolOptions {
  hot?: number;
  plain?: number;
  as?: typeof APPLICATION;
  jobs?: boolean;
  /** Left out: without end, for commands that take the time they take. */
  patience?: Patience;
}

const WITHOUT_END: Patience = { connect: 0, lock: 0, statement: 0 };
/** Seconds by which this side gives up after the server should have: only a server that is stopped or out of reach needs it. */
const GRACE = 1;

/** Opens both pools; connections are made when first needed. */
export function openPools(
  url: string,
  { hot = 8, plain = 6, as, jobs = false, patience = WITHOUT_END }: PoolOptions = {},
): Pools {
  const { connect, lock, statement } = patience;
  // By statement, not among the startup options of the address: PgBouncer refuses those, or drops them silently where it
  // is told to ignore them, and the connection would work as the account that signed in.
  // A statement that waits for a lock is given up when the process that sent it is gone: nothing of it happens later.
  const limits = `; set client_connection_check_interval = 1000; set lock_timeout = ${lock * 1000}; set statement_timeout = ${statement * 1000}`;
  const role = as === undefined ? '' : `; set role ${as}`;
  const make = (max: number, setup: string, name: string): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: url,
      onConnect: async (client) => void (await client.query(`${setup}${limits}${role}`)),
      max,
      types,
      application_name: name,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: connect * 1000,
      query_timeout: statement > 0 ? (statement + GRACE) * 1000 : 0,
    });
    // A connection that the server closed is replaced on the next query. Node ends the process over an error that no one
    // listens for, and the pool listens to idle connections alone: each has a listener of its own from the beginning.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const pools = {
    hot: make(hot, BY_KEY, 'concord decisions'),
    plain: make(plain, jobs ? `${ORDINARY}; set concord.jobs = 'all'` : ORDINARY, 'concord reading'),
  };
  return { ...pools, end: async () => void (await Promise.all([endWithin(pools.hot), endWithin(pools.plain)])) };
}

/** Runs the work in one transaction on one connection, which `begin` opens; any error rolls it back. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  begin: (client: pg.PoolClient) => Promise<unknown> = (client) => client.query('begin'),
): Promise<T> {
  const client = await pool.connect();
  try {
    await begin(client);
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Nothing can be said on a connection that is gone or does not answer.
    if (isLost(error)) client.release(error as Error);
    else
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
    throw error;
  }
}

/** Reads everything from one snapshot of the database, so that what is written meanwhile is not half seen. */
export const inSnapshot = <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, (client) => client.query('begin isolation level repeatable read read only'));
