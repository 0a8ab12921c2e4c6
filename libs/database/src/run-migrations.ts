// Runs what a database lacks, through TypeORM. It is imported only when something is lacking: TypeORM is 300 modules large.
import { DataSource, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { MigrationFile } from './migration-files.js';

/** Runs SQL and gives its rows. */
export type Query = (sql: string) => Promise<object[]>;

function migrationOf({ name, sql }: MigrationFile): new () => MigrationInterface {
  return class implements MigrationInterface {
    name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql());
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

/**
 * Runs those of `files` that the database at `url` has not seen, all in one transaction. Gives their names. Of two processes
 * that start together the second waits, then finds nothing left to do. `before` is asked under
 * the lock, with what runs SQL there; what it throws is thrown, and nothing has run.
 */
export async function runMigrations(
  url: string,
  files: readonly MigrationFile[],
  before: (query: Query) => Promise<unknown>,
): Promise<string[]> {
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
  try {
    await source.query(`select pg_advisory_lock(hashtext('concord migrations'))`);
    await before((sql) => source.query(sql));
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
