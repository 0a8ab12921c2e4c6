// `npm run figures:rebuild`: what is kept for figures, counted from nothing for every service; after a restore, or in doubt.
import { openPools } from '#libs/database';
import { rebuildFigures } from '#libs/measures';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { openDatabase } from '../../server/src/database.js';
import { runProcess } from '../../server/src/run-process.js';
import { commandParts, settingsFrom } from '#libs/config';

await runProcess(async ({ keep, fail }) => {
  const database = keep(
    await openDatabase(settingsFrom(process.env, commandParts), () => fail('PostgreSQL ended by itself.')),
  );
  await migrateOrExplain(database.url);
  const pools = openPools(database.url, { hot: 1, plain: 1 });
  keep({ stop: () => pools.end() });
  for (const { name, cases } of await rebuildFigures(pools)) process.stdout.write(`${name}: ${cases} cases counted\n`);
  return 0;
});
