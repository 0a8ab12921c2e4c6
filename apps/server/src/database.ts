// The database of this process: a PostgreSQL of one's own when DATABASE_URL names one, else the embedded one. Serving works as the application role, migrating as the owner.
import { join } from 'node:path';
import { Client } from 'pg';
import { dataFolder, CannotStart, type Settings } from '#libs/config';
import { startEmbeddedPostgres } from '#libs/database';

export interface Database {
  /** As the owner of the tables: migrations, and the commands that are the owner's. */
  readonly url: string;
  /** As the application: everything that serves. */
  readonly appUrl: string;
  /** Where the embedded server keeps its data; null for a PostgreSQL of one's own. */
  readonly folder: string | null;
  /** One sentence for the person at the keyboard. */
  readonly where: string;
  /** False when another process of this clone has the embedded server to itself, and this one is its guest. */
  readonly owner: boolean;
  stop(): Promise<void>;
}

/**
 * Opens the database; `onLost` is called when the embedded server ends by itself.
 * @throws CannotStart with one sentence.
 */
export async function openDatabase(
  { databaseUrl, migrationDatabaseUrl }: Pick<Settings, 'databaseUrl' | 'migrationDatabaseUrl'>,
  onLost: () => void = () => {},
): Promise<Database> {
  if (databaseUrl !== null) {
    const where = await reachable(databaseUrl, 'DATABASE_URL');
    if (migrationDatabaseUrl !== null) await reachable(migrationDatabaseUrl, 'MIGRATION_DATABASE_URL');
    // With one address alone the services still work as the application: see openServices.
    return {
      url: migrationDatabaseUrl ?? databaseUrl,
      appUrl: databaseUrl,
      folder: null,
      where,
      owner: true,
      stop: async () => {},
    };
  }
  const server = await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), durable: true }, onLost);
  const where = server.moved ?? `embedded PostgreSQL in ${server.folder}`;
  return {
    url: server.url,
    appUrl: server.appUrl,
    folder: server.folder,
    where,
    owner: server.owner,
    stop: () => server.stop(),
  };
}

/** Gives the words for the place that `name` names. */
async function reachable(url: string, name: string): Promise<string> {
  const { hostname, pathname } = new URL(url);
  const where = `PostgreSQL at ${hostname || 'a socket'}${pathname}`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a cut connection is the error of what was asked on it, and not the end of the process
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new CannotStart(
      `Cannot reach the ${where} named by ${name} (${[code, message].filter(Boolean).join(': ')}).`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  return where;
}
