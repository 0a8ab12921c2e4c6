// `npm run service -- example | create FILE | list`: the first day of a service. The same file again adds what is new and changes nothing.
import { readFileSync } from 'node:fs';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openPools } from '#libs/database';
import { publishDefaults, textRegister } from '#libs/rights';
import { openServices, putService, servicesIn } from '#libs/services';
import { openMigrated } from '../../server/src/open-migrated.js';
import { masterKeysFrom } from '../../server/src/master-keys.js';
import { runProcess } from '../../server/src/run-process.js';
import { example, serviceIn } from './service/service-file.js';

const USAGE = 'npm run service -- example | create FILE | list';

await runProcess(async (life) => {
  const [what = '', path, ...more] = process.argv.slice(2);
  if (what === 'example') return say(JSON.stringify(example, null, 2));
  if (more.length > 0 || (what === 'create') !== (path !== undefined) || !['create', 'list'].includes(what))
    throw new CannotStart(`Say what is wanted: ${USAGE}`);
  // Read before anything is started: a wrong file costs no database.
  const wanted = path === undefined ? null : serviceIn(read(path));
  const { keys: masterKeys, warning } = masterKeysFrom(process.env, dataFolder);
  const database = await openMigrated(settingsFrom(process.env, commandParts), commandParts, masterKeys, life);
  const owner = openPools(database.url, { hot: 1, plain: 1 });
  life.keep({ stop: () => owner.end() });
  if (!wanted) {
    for (const { id, name } of await servicesIn(owner.plain)) say(`${id}  ${name}`);
    return 0;
  }
  const { people, database: scoped } = life.keep(
    openServices(database.url, { masterKeys, sizes: { hot: 1, plain: 2 } }),
  );
  const { id, made, areas, added } = await putService(owner.plain, people, wanted);
  await publishDefaults(scoped, textRegister, id, new Date().toISOString());
  if (warning !== null) process.stderr.write(`concord: ${warning}\n`);
  say(`${made ? 'Made' : 'Known'}: ${wanted.name}, ${added} new members of staff`);
  for (const area of areas) say(`  area     ${area.id}  ${area.name}`);
  say(`  service  ${id}`);
  say('Consent texts to start from are published as drafts: have them checked, and publish your own.');
  return say(`Set AUTH_SERVICE=${id}, and CONCORD_SERVICE to the same for commands.`);
});

/** Gives 0, the exit code of what went well. */
function say(line: string): 0 {
  process.stdout.write(`${line}\n`);
  return 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotStart(`Cannot read ${path} (${(error as NodeJS.ErrnoException).code}).`);
  }
}
