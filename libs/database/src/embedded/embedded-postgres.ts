// A real PostgreSQL that comes from npm and lives in a folder: found running, or made and started, and stopped by the process that owns it.
import { Client } from 'pg';
import { APPLICATION } from '../pools.js';
import { accountFor } from './account.js';
import { ensureCluster } from './cluster.js';
import { OWNERSHIP, takeHold } from './hold.js';
import { ensureServer, isServed, stopServer } from './server.js';

export { CannotStart } from '#libs/config';
export { stopServer } from './server.js';

/** What kind of server is wanted, and where. */
export interface ServerOptions {
  /** The data folder wanted. As root it may have to stand elsewhere: see `Server.folder`. */
  readonly folder: string;
  /** True: a commit survives a power cut. False: fast and forgetful, for tests. */
  readonly durable: boolean;
  /** Further `postgres -c name=value` settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server that accepts connections. */
export interface Server {
  /** Connection string of the database `concord` as its owner, through a socket only this user may reach. */
  readonly url: string;
  /** The same as the application: a role that owns nothing. */
  readonly appUrl: string;
  /** Where the data really is. */
  readonly folder: string;
  /** Set when the data could not stand in the folder that was asked for: a sentence that says so. */
  readonly moved: string | null;
}

/** A server this process has to itself, or uses as a guest of the one that does. */
export interface OwnedServer extends Server {
  readonly owner: boolean;
  /** The owner stops the server (fast: connections are cut, nothing acknowledged is lost); a guest only leaves. */
  stop(): Promise<void>;
}

/** Starts the server of a folder, or finds it running, and leaves it running: the caller ends it with `stopServer`. */
export async function runServer(options: ServerOptions): Promise<Server> {
  const place = accountFor(options.folder);
  const cluster = await ensureCluster(place, options.durable);
  await ensureServer(cluster, options);
  const url = cluster.url('concord');
  await createDatabase(cluster.url('postgres'), 'concord');
  await letSignIn(cluster.url('postgres'), APPLICATION, cluster.application.password);
  return { url, appUrl: cluster.application.url('concord'), folder: place.folder, moved: place.moved };
}

/**
 * Starts the server of a folder for this process. A server left behind by a killed owner is taken over as it is.
 * When another living process owns it, this one is a guest (`owner: false`).
 * @throws CannotStart with one sentence for the person at the keyboard.
 */
export async function startEmbeddedPostgres(
  options: ServerOptions,
  onLost: () => void = () => {},
): Promise<OwnedServer> {
  const server = await runServer(options);
  const hold = await takeHold(server.url, () => isServed(server.folder), onLost);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await hold.leave();
    if (hold.owner) await stopServer(server.folder);
  };
  return { ...server, owner: hold.owner, stop: () => (stopped ??= stop()) };
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // two processes may create it at once: 42P04 and 23505 both say that the other one did
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** Makes the role or gives it its password. Roles belong to the whole server, where several processes may be at it. */
async function letSignIn(url: string, role: string, password: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [OWNERSHIP + 1]);
    const name = client.escapeIdentifier(role);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${name}`);
    await client.query(`alter role ${name} login password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}
