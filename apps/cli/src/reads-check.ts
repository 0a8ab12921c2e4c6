// `npm run reads:check`: the record of reads of every service followed from its first entry to its last. Exit code 1 when one is broken.
import { checkReads } from '#libs/access-log';
import { openPools } from '#libs/database';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { openDatabase } from '../../server/src/database.js';
import { runProcess } from '../../server/src/run-process.js';
import { commandParts, settingsFrom } from '#libs/config';

const SHOWN = 100;

await runProcess(async ({ keep, fail }) => {
  const database = keep(
    await openDatabase(settingsFrom(process.env, commandParts), () => fail('PostgreSQL ended by itself.')),
  );
  await migrateOrExplain(database.url);
  const pools = openPools(database.url, { hot: 1, plain: 1 });
  keep({ stop: () => pools.end() });
  const { entries, ends, faults } = await checkReads(pools.plain);
  for (const { service, seq, fault } of faults.slice(0, SHOWN))
    process.stdout.write(`service ${service}, ${seq === 0 ? 'the record' : `entry ${seq}`}: ${fault}\n`);
  if (faults.length > SHOWN) process.stdout.write(`and ${faults.length - SHOWN} more\n`);
  // A service that keeps these lines elsewhere can show later that no end of a chain was cut off and written anew.
  for (const { service, seq, hash } of ends)
    process.stdout.write(`service ${service} ends at entry ${seq} with ${hash}\n`);
  const broken = new Set(faults.map((fault) => fault.service)).size;
  process.stdout.write(`${ends.length} records of reads, ${entries} entries, ${broken} broken\n`);
  return broken === 0 ? 0 : 1;
});
