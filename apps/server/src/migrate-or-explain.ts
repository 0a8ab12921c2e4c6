// Brings a database up to this version, or says in one line why it cannot be.
import { migrate } from '#libs/database';
import { CannotStart } from '#libs/config';

/** The SQLSTATE with which a migration of ours says something to the person at the keyboard. */
const TO_THE_READER = 'CC001';

/**
 * Migrates the database at `url`.
 * @throws CannotStart with the migration's own words when it finds data it must not touch.
 */
export async function bringUp(url: string): Promise<void> {
  await migrate(url).catch((error: unknown) => {
    const { code, message } = error as { code?: string; message: string };
    throw code === TO_THE_READER ? new CannotStart(message) : error;
  });
}
