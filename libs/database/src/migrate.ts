// Brings a database to the schema this process knows: the SQL files of schema/migrations as TypeORM migrations, and the queues.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DataSource, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openPools } from './pools.js';
import { installQueues } from './queues.js';

/** schema/migrations, found upwards from here: the sources and the build stand at different depths. */
function folder(): string {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const found = join(at, 'schema', 'migrations');
    if (existsSync(found)) return found;
  }
  throw new Error('schema/migrations is missing');
}

// TypeORM orders migrations by the thirteen digits at the end of their name.
function migrationOf(file: string): new () => MigrationInterface {
  const [, digits, words] = /^(\d{13})-(.+)\.sql$/.exec(file) ?? [];
  if (!digits || !words) throw new Error(`schema/migrations/${file} must be named <13 digits>-<words>.sql`);
  const sql = readFileSync(join(folder(), file), 'utf8');
  return class implements MigrationInterface {
    name = `${words}${digits}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error('Migrations go forward only: restore a backup');
    }
  };
}

const nothing = (): void => undefined;
const silent: Logger = {
  log: nothing,
  logMigration: nothing,
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
};

/** The database was made by another version: a newer one, or one from before the first release. Nothing in it was touched. */
export class OtherVersion extends Error {}

/** Refuses a database in which a migration ran that this version does not have. */
async function assertOurs(source: DataSource): Promise<void> {
  const ours = new Set(source.migrations.map(({ name }) => name));
  const [there] = await source.query<{ made: boolean }[]>(`select to_regclass('migration') is not null as made`);
  if (!there?.made) return;
  const ran = await source.query<{ name: string }[]>('select name from migration order by id');
  const unknown = ran.find(({ name }) => !ours.has(name));
  if (unknown) throw new OtherVersion(`${unknown.name} is not a migration of this version`);
}

/**
 * Migrates the database at `url`. Safe to run at every start. Gives the names of the migrations that ran.
 * @throws OtherVersion when the database belongs to another version.
 */
export async function migrate(url: string): Promise<string[]> {
  const files = readdirSync(folder())
    .filter((file) => file.endsWith('.sql'))
    .toSorted();
  const source = new DataSource({
    type: 'postgres',
    extra: { connectionString: url },
    migrations: files.map(migrationOf),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    poolSize: 1,
    logging: false,
    logger: silent, // `logging: false` still prints the message of a failure, which may quote a row
  });
  await source.initialize();
  let ran: string[];
  try {
    // Two processes that start together: the second waits, then finds nothing left to do.
    await source.query(`select pg_advisory_lock(hashtext('concord migrations'))`);
    await assertOurs(source);
    ran = (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
  const pools = openPools(url, { hot: 1, plain: 2 });
  try {
    await installQueues(pools.plain);
  } finally {
    await pools.end();
  }
  return ran;
}
