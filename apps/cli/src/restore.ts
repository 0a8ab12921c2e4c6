// `npm run restore -- FOLDER`: a backup into an empty place, checked, with a fence before what may have been sent already; `npm run restore -- --release` takes the fence down.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { checkReads } from '#libs/access-log';
import { checkJournals, holdBack, release } from '#libs/casework';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openPools, restoreCluster } from '#libs/database';
import { masterKeysFrom } from '../../server/src/master-keys.js';
import { openMigrated } from '../../server/src/open-migrated.js';
import { runProcess } from '../../server/src/run-process.js';
import { restoreDump } from './backup/dump.js';

/** What a backup says of itself. */
const about = z.object({ kind: z.enum(['dump', 'embedded']), at: z.iso.datetime() });

await runProcess(async (life) => {
  const [what, ...more] = process.argv.slice(2);
  if (what === undefined || more.length > 0) throw new CannotStart('Name a backup: npm run restore -- FOLDER');
  const settings = settingsFrom(process.env, commandParts);
  const masterKeys = masterKeysFrom(process.env, dataFolder).keys;
  const began = performance.now();
  const backup = what === '--release' ? null : backupIn(resolve(what));
  const owner = settings.migrationDatabaseUrl ?? settings.databaseUrl;
  if (backup) {
    if ((backup.kind === 'dump') !== (owner !== null))
      throw new CannotStart(
        backup.kind === 'dump'
          ? 'That is a backup of a PostgreSQL of your own: set DATABASE_URL and MIGRATION_DATABASE_URL.'
          : 'That is a backup of the embedded PostgreSQL: leave DATABASE_URL out, and set CONCORD_DATA.',
      );
    if (owner !== null) await restoreDump(owner, join(backup.folder, 'database.dump'));
    else restoreCluster(join(backup.folder, 'postgres'), join(dataFolder, 'postgres'));
  }
  const database = await openMigrated(settings, commandParts, masterKeys, life);
  const pools = openPools(database.url, { hot: 1, plain: 2 });
  life.keep({ stop: () => pools.end() });
  if (!backup) {
    process.stdout.write(`${await release(pools.plain)} messages wait to be sent again.\n`);
    return 0;
  }
  const { messages, codes } = await holdBack(pools.plain, new Date().toISOString());
  const { cases, entries, faults } = await checkJournals(pools.plain);
  const reads = await checkReads(pools.plain);
  const broken =
    new Set(faults.map(({ caseId }) => caseId)).size + new Set(reads.faults.map(({ service }) => service)).size;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`Restored the backup of ${backup.at} in ${seconds} s: ${cases} cases, ${entries} journal entries,`);
  say(`${reads.entries} entries of the record of reads, ${broken} broken.`);
  say(`Held back: ${messages} messages and ${codes} codes that were due, and may have been sent after the backup.`);
  if (messages > 0) say('When you know that they were not: npm run restore -- --release');
  return broken === 0 ? 0 : 1;
});

/** @throws CannotStart where the folder is no whole backup. */
function backupIn(folder: string) {
  const file = join(folder, 'backup.json');
  if (!existsSync(file))
    throw new CannotStart(`${folder} is no backup, or one that was broken off: backup.json is missing.`);
  return { folder, ...about.parse(JSON.parse(readFileSync(file, 'utf8'))) };
}
