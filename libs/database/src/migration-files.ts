// The migrations that this version has: the SQL files of schema/migrations, in their order.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One migration: the name by which a database remembers it, and its text. */
export interface MigrationFile {
  readonly name: string;
  sql(): string;
}

/** schema/migrations, found upwards from here: the sources and the build stand at different depths. */
function folder(): string {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const found = join(at, 'schema', 'migrations');
    if (existsSync(found)) return found;
  }
  throw new Error('schema/migrations is missing');
}

/** Every migration of this version, in the order in which they run. */
export function migrationFiles(): MigrationFile[] {
  const place = folder();
  return readdirSync(place)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      // TypeORM orders migrations by the thirteen digits at the end of their name.
      const [, digits, words] = /^(\d{13})-(.+)\.sql$/.exec(file) ?? [];
      if (!digits || !words) throw new Error(`schema/migrations/${file} must be named <13 digits>-<words>.sql`);
      return { name: `${words}${digits}`, sql: () => readFileSync(join(place, file), 'utf8') };
    });
}
