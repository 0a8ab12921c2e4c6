// `npm run keys:rotate`: every key wrapped by MASTER_KEY_PREVIOUS is wrapped anew by MASTER_KEY. It may be broken off, and run again, while the service works.
import { rotate } from '#libs/sealing';
import { openPools } from '#libs/database';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openDatabase } from '../../server/src/database.js';
import { runProcess } from '../../server/src/run-process.js';
import { masterKeysFrom } from '../../server/src/master-keys.js';

await runProcess(async ({ keep, fail }) => {
  const settings = settingsFrom(process.env, commandParts);
  const { keys } = masterKeysFrom(process.env, dataFolder);
  if (!keys.previous)
    throw new CannotStart(
      'MASTER_KEY_PREVIOUS is missing: give the master key that wraps the keys now, and the new one in MASTER_KEY.',
    );
  const database = keep(await openDatabase(settings, () => fail('PostgreSQL ended by itself.')));
  if (database.owner) await migrateOrExplain(database.url);
  const pools = openPools(database.url, { hot: 1, plain: 2 });
  keep({ stop: () => pools.end() });
  const show = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done} keys`) : undefined;
  const { rewrapped, current, unknown } = await rotate(pools.plain, keys, show);
  if (show) process.stderr.write('\r\x1b[K');
  for (const { masterId, keys: some } of unknown)
    process.stdout.write(`${some} keys are wrapped by the master key ${masterId}, which was not given\n`);
  process.stdout.write(`${rewrapped} keys wrapped anew, ${current} under the master key ${keys.current.id}\n`);
  return unknown.length === 0 ? 0 : 1;
});
