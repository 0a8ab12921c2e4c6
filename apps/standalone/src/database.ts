// The database of this process: a PostgreSQL of one's own when DATABASE_URL names one, else the embedded one.
import { join } from 'node:path';
import { Client } from 'pg';
import { dataFolder } from './clone.js';
import { CannotStart, startEmbeddedPostgres } from './embedded-postgres.js';

export interface Database {
  readonly url: string;
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
export async function openDatabase(databaseUrl: string | null, onLost: () => void = () => {}): Promise<Database> {
  if (databaseUrl !== null) return ownDatabase(databaseUrl);
  const server = await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), durable: true }, onLost);
  const where = server.moved ?? `embedded PostgreSQL in ${server.folder}`;
  return { url: server.url, where, owner: server.owner, stop: () => server.stop() };
}

async function ownDatabase(url: string): Promise<Database> {
  const { hostname, pathname } = new URL(url);
  const where = `PostgreSQL at ${hostname || 'a socket'}${pathname}`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new CannotStart(
      `Cannot reach the ${where} named by DATABASE_URL (${[code, message].filter(Boolean).join(': ')}).`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  return { url, where, owner: true, stop: async () => {} };
}
