// `npm run journal:check`: every hash chain verified, every case compared with the fold of its journal. Exit code 1 when one is broken.
import { checkJournals, type Fault } from '#libs/casework';
import { openPools } from '#libs/database';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { openDatabase } from '../../server/src/database.js';
import { runProcess } from '../../server/src/run-process.js';
import { commandParts, settingsFrom } from '#libs/config';

const SHOWN = 100; // a broken restore breaks every case: the first hundred say as much as all

await runProcess(async ({ keep, fail }) => {
  const database = keep(
    await openDatabase(settingsFrom(process.env, commandParts), () => fail('PostgreSQL ended by itself.')),
  );
  await migrateOrExplain(database.url);
  const pools = openPools(database.url, { hot: 1, plain: 2 });
  keep({ stop: () => pools.end() });
  const show = process.stderr.isTTY ? (cases: number) => void process.stderr.write(`\r${cases} cases`) : undefined;
  const { cases, entries, faults } = await checkJournals(pools.plain, show);
  if (show) process.stderr.write('\r\x1b[K');
  const byCase = [...Map.groupBy(faults, ({ caseId }) => caseId)];
  const broken = byCase.length;
  // A line for each case first: what one of them holds a thousand of must not hide the others.
  for (const [caseId, own] of byCase.slice(0, SHOWN)) process.stdout.write(`case ${caseId}: ${inWords(own)}\n`);
  if (broken > SHOWN) process.stdout.write(`and ${broken - SHOWN} more cases\n`);
  process.stdout.write(`${cases} cases, ${entries} journal entries, ${broken} broken\n`);
  return broken === 0 ? 0 : 1;
});

/** The first three things wrong with one case, and how many more. */
function inWords(faults: readonly Fault[]): string {
  const said = faults.slice(0, 3).map(({ seq, fault }) => `${seq === 0 ? 'the case' : `entry ${seq}`}: ${fault}`);
  return [...said, ...(faults.length > 3 ? [`and ${faults.length - 3} more`] : [])].join('; ');
}
