// `npm run backup -- FOLDER`: a consistent copy while the service works. The master key is not in it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart, commandParts, settingsFrom } from '#libs/config';
import { copyCluster } from '#libs/database';
import { openDatabase } from '../../server/src/database.js';
import { runProcess } from '../../server/src/run-process.js';
import { dump } from './backup/dump.js';

await runProcess(async ({ keep, fail }) => {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) throw new CannotStart('Name a new folder: npm run backup -- FOLDER');
  const folder = resolve(path);
  if (existsSync(folder)) throw new CannotStart(`${path} is there already: name a new folder.`);
  const began = performance.now();
  const database = keep(
    await openDatabase(settingsFrom(process.env, commandParts), () => fail('PostgreSQL ended by itself.')),
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  if (database.folder === null) await dump(database.url, join(folder, 'database.dump'));
  else await copyCluster(database.url, database.folder, join(folder, 'postgres'));
  // Written last: a folder without it is no backup.
  const kind = database.folder === null ? 'dump' : 'embedded';
  writeFileSync(join(folder, 'backup.json'), JSON.stringify({ kind, at }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`Backed up ${database.where} into ${folder} in ${seconds} s.\n`);
  process.stdout.write(
    'The master key is not in it. Keep both, and keep them apart: without the key nobody can read the copy.\n',
  );
  return 0;
});
