// `npm run staff -- FILE`: takes the service's own sheet of facilitators; reading the same sheet again changes nothing.
import { readFileSync } from 'node:fs';
import { readStaffFile, takeStaff } from '#libs/staff';
import { openPools } from '#libs/database';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openDatabase } from '../../server/src/database.js';
import { whichService } from './which-service.js';
import { openServices } from '#libs/services';
import { runProcess } from '../../server/src/run-process.js';
import { assertOpens, masterKeysFrom } from '../../server/src/master-keys.js';

await runProcess(async ({ keep, fail }) => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new CannotStart('Name the file: npm run staff -- FILE');
  const { staff, rejected, setAside } = read(path);
  const masterKeys = masterKeysFrom(process.env, dataFolder).keys;
  const settings = settingsFrom(process.env, commandParts);
  const database = keep(await openDatabase(settings, () => fail('PostgreSQL ended by itself.')));
  await migrateOrExplain(database.url);
  await assertOpens(database.url, masterKeys);
  const { people } = keep(openServices(database.url, { masterKeys, sizes: { hot: 1, plain: 2 } }));
  // The sheet is the owner's to write, not the application's.
  const owner = openPools(database.url, { hot: 1, plain: 1 });
  keep({ stop: () => owner.end() });
  const serviceId = await whichService(owner.plain, process.env['CONCORD_SERVICE']?.trim() || null, settings);
  const { added, changed } = await takeStaff(owner, people, serviceId, staff);
  for (const { line, column, reason } of [...rejected, ...setAside])
    process.stdout.write(`line ${line}${column ? `, ${column}` : ', left out'}: ${reason}\n`);
  process.stdout.write(
    `${added} added, ${changed} known, ${rejected.length} rejected, ${setAside.length} values set aside\n`,
  );
  return 0;
});

function read(path: string) {
  try {
    return readStaffFile(readFileSync(path));
  } catch (error) {
    throw new CannotStart(`Cannot take ${path}: ${(error as Error).message}`);
  }
}
