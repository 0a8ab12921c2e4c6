// Brings a database up to this version, or says in one line why it cannot be.
import { CannotStart } from '#libs/config';
import { migrate, OtherVersion } from '#libs/database';

/**
 * Migrates the database at `url`.
 * @throws CannotStart when the database belongs to another version: nothing in it was touched.
 */
export async function migrateOrExplain(url: string): Promise<void> {
  await migrate(url).catch((error: unknown) => {
    if (!(error instanceof OtherVersion)) throw error;
    throw new CannotStart(
      'This database was made by another version of Concord, and was left as it is: run that version, or begin with an empty database (delete .data where that is its folder).',
    );
  });
}
