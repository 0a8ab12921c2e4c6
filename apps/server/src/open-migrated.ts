// The database of a process that serves: reached, brought up to this version, and found to be ours.
import type { MasterKeys } from '#libs/sealing';
import { migrateOrExplain } from './migrate-or-explain.js';
import { openDatabase, type Database } from './database.js';
import { assertSmallRole } from './database-role.js';
import { CannotStart, allParts, type Parts, type Settings } from '#libs/config';
import type { ProcessParts } from './run-process.js';
import { assertOpens } from './master-keys.js';

/** Any number of processes may do this at once. @throws CannotStart with a line for each thing to mend. */
export async function openMigrated(
  settings: Settings,
  parts: Parts,
  masterKeys: MasterKeys,
  { keep, fail }: ProcessParts,
): Promise<Database> {
  const database = keep(
    await openDatabase(settings, () =>
      fail('PostgreSQL ended by itself: see its log, then start again. Nothing acknowledged is lost.'),
    ),
  );
  // Who named no parts has most likely forgotten a window; who named some wants several processes.
  if (!database.owner && parts.size === allParts.size)
    throw new CannotStart(
      `Another Concord is running on the ${database.where}: stop it first, or set CONCORD_DATA to another folder.`,
    );
  await migrateOrExplain(database.url);
  if (settings.production) await assertSmallRole(database.appUrl);
  await assertOpens(database.url, masterKeys);
  return database;
}
