// `npm run directory -- FILE`: takes a directory of support services in Open Referral UK; the same file again changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { Cursors, openPools } from '#libs/database';
import { Directory, readDirectoryFile, rejectedEntries } from '#libs/directory';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { derivedFrom } from '../../server/src/derived-secrets.js';
import { openDatabase } from '../../server/src/database.js';
import { whichService } from './which-service.js';
import { openServices } from '#libs/services';
import { runProcess } from '../../server/src/run-process.js';
import { assertOpens, masterKeysFrom } from '../../server/src/master-keys.js';

await runProcess(async ({ keep, fail }) => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new CannotStart('Name the file: npm run directory -- FILE');
  const { entries, rejected } = read(path);
  const settings = settingsFrom(process.env, commandParts);
  const masterKeys = masterKeysFrom(process.env, dataFolder).keys;
  const database = keep(await openDatabase(settings, () => fail('PostgreSQL ended by itself.')));
  await migrateOrExplain(database.url);
  await assertOpens(database.url, masterKeys);
  const owner = openPools(database.url, { hot: 1, plain: 1 });
  keep({ stop: () => owner.end() });
  const named = process.env['CONCORD_SERVICE']?.trim() || settings.publicService;
  const serviceId = await whichService(owner.plain, named, settings);
  const services = keep(openServices(database.url, { masterKeys, sizes: { hot: 1, plain: 1 } }));
  const cursors = new Cursors(...derivedFrom(masterKeys, 'cursors'));
  const { added, changed } = await new Directory(services.database, cursors, () => new Date()).take(serviceId, entries);
  for (const { row, reason } of rejected) process.stdout.write(`row ${row}, left out: ${reason}\n`);
  process.stdout.write(`${added} added, ${changed} known, ${rejected.length} rejected\n`);
  if (rejected.length > 0) {
    writeFileSync(`${path}.rejected.json`, rejectedEntries(rejected));
    process.stdout.write(`What was left out, with its reasons, is in ${path}.rejected.json\n`);
  }
  return 0;
});

function read(path: string) {
  try {
    return readDirectoryFile(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CannotStart(`Cannot take ${path}: ${(error as Error).message}`);
  }
}
