// Brings a database to the schema this process knows: the SQL files of schema/migrations, and the queues.
import { migrationFiles, type MigrationFile } from './migration-files.js';
import { openPools, type Pools } from './pools.js';
import { installQueues } from './queues.js';
import type { Query } from './run-migrations.js';

/** The database was made by another version: a newer one, or one from before the first release. Nothing in it was touched. */
export class OtherVersion extends Error {}

/**
 * The names of the migrations that a database lacks.
 * @throws OtherVersion where one ran that this version does not have.
 */
async function lacking(query: Query, files: readonly MigrationFile[]): Promise<string[]> {
  const names = files.map(({ name }) => name);
  const [there] = (await query(`select to_regclass('migration') is not null as made`)) as { made: boolean }[];
  if (!there?.made) return names;
  const ran = ((await query('select name from migration order by id')) as { name: string }[]).map(({ name }) => name);
  const unknown = ran.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new OtherVersion(`${unknown} is not a migration of this version`);
  return names.filter((name) => !ran.includes(name));
}

const queryOn =
  ({ plain }: Pools): Query =>
  async (sql) =>
    (await plain.query<object>(sql)).rows;

/**
 * Migrates the database at `url`. Safe to run at every start. Gives the names of the migrations that ran.
 * @throws OtherVersion when the database belongs to another version.
 */
export async function migrate(url: string): Promise<string[]> {
  const files = migrationFiles();
  const pools = openPools(url, { hot: 1, plain: 2 });
  try {
    const ran = (await lacking(queryOn(pools), files)).length > 0 ? await runLacking(url, files) : [];
    await installQueues(pools.plain);
    return ran;
  } finally {
    await pools.end();
  }
}

/** Asked again under the lock: another process may have run them meanwhile. */
async function runLacking(url: string, files: readonly MigrationFile[]): Promise<string[]> {
  const { runMigrations } = await import('./run-migrations.js');
  return runMigrations(url, files, (query) => lacking(query, files));
}
