// Gives a test file a PostgreSQL database of its own: migrated, empty, and gone afterwards.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { APPLICATION, migrate } from '#libs/database';
import { runServer } from '../../../libs/database/src/embedded/embedded-postgres.js';

/** A database for one test file alone. */
export interface FreshDatabase {
  /** As the owner, from whom no row is hidden. */
  readonly url: string;
  /** As the application. */
  readonly appUrl: string;
  /** Call in `afterAll`, when every connection of the test is closed or may be cut. */
  drop(): Promise<void>;
}

/** The lock under which one worker makes the template and the others wait for it. */
const making = 0x74656d70;

let server: Promise<Addresses> | undefined;
/** A server, as who may create databases and as the application. */
interface Addresses {
  readonly admin: string;
  readonly application: string;
}

/**
 * Makes a database from the migrated template; the first call of a run also starts PostgreSQL and migrates the template.
 * `TEST_DATABASE_URL` names a server of one's own instead; its user must be allowed to create databases and roles.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(await (server ??= prepare()), template());
}

/** An empty database without the migrations, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return copyOf(await (server ??= prepare()), 'template0');
}

async function copyOf({ admin, application }: Addresses, from: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copied as files: through the log it costs twice as much.
  await once(admin, `create database ${name} template ${from} strategy file_copy`);
  return {
    url: databaseUrl(admin, name),
    appUrl: databaseUrl(application, name),
    drop: () => once(admin, `drop database if exists ${name} with (force)`),
  };
}

const run = () => {
  const folder = process.env['CONCORD_TEST_FOLDER'];
  if (folder === undefined) throw new Error('test/harness/run/setup.mjs has not run: start the tests with `npm test`.');
  return folder;
};

/** One template a run: a run never meets the migrations of another. */
const template = () => `template_${Buffer.from(run()).toString('hex').slice(-24)}`;

async function prepare(): Promise<Addresses> {
  const own = process.env['TEST_DATABASE_URL'];
  const addresses = own === undefined ? await scratchServer() : { admin: own, application: inRole(own) };
  const { admin } = addresses;
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [making]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template()]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${template()}_new with (force)`);
      await client.query(`create database ${template()}_new template template0`);
      await migrate(databaseUrl(admin, `${template()}_new`));
      await client.query(`alter database ${template()}_new rename to ${template()}`);
    }
  } finally {
    await client.end();
  }
  return addresses;
}

/** Every worker may call this at once: one starts the server, the others find it. It ends with the run, in teardown.mjs. */
async function scratchServer(): Promise<Addresses> {
  const started = await runServer({ folder: join(run(), 'postgres'), durable: false });
  writeFileSync(join(run(), 'server'), started.folder);
  return { admin: started.url, application: started.appUrl };
}

/** On a server of one's own the application signs in as the same user, and then is the smaller role. */
function inRole(url: string): string {
  const made = new URL(url);
  made.searchParams.set('options', `-c role=${APPLICATION}`);
  return made.href;
}

function databaseUrl(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
