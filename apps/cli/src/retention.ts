// `npm run retention [-- --run]`: what is due for removal and why, for every service; with `--run` goes what two managers signed, and the run is proved.
import { counted, howLong, recordClasses, type Plan, type Planned } from '#libs/rights';
import { openPools } from '#libs/database';
import type { Actor, Id } from '#libs/case';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openDatabase } from '../../server/src/database.js';
import { openServices } from '#libs/services';
import { runProcess } from '../../server/src/run-process.js';
import { masterKeysFrom } from '../../server/src/master-keys.js';
import { openRetention } from '../../server/src/rights.js';

await runProcess(async ({ keep, fail }) => {
  const [wish, ...more] = process.argv.slice(2);
  if (more.length > 0 || (wish !== undefined && wish !== '--run'))
    throw new CannotStart(
      'npm run retention shows what is due; npm run retention -- --run removes what two managers signed.',
    );
  const settings = settingsFrom(process.env, commandParts);
  const { keys } = masterKeysFrom(process.env, dataFolder);
  const database = keep(await openDatabase(settings, () => fail('PostgreSQL ended by itself.')));
  if (database.owner) await migrateOrExplain(database.url);
  const inside = keep(openServices(database.appUrl, { masterKeys: keys, sizes: { hot: 1, plain: 2 } }));
  const retention = openRetention(inside);
  const at = new Date().toISOString();
  let faults = 0;
  for (const { id, name } of await servicesOf(database.url)) {
    const clock: Actor = { kind: 'clock', id: 'clock', serviceId: id };
    const plan = await retention.dryRun(clock, at);
    if (plan) process.stdout.write(reportOf(name, plan));
    if (wish === '--run') {
      const done = await retention.run(clock, at);
      process.stdout.write(
        done
          ? `  run ${done.seq}: ${done.removed.length} removed, ${done.held} held\n`
          : '  nothing was removed: one manager proposes (proposeRetention), another approves (approveRetention)\n',
      );
    }
    for (const fault of await retention.faults(id)) {
      faults += 1;
      process.stdout.write(`  the proof is broken: ${fault}\n`);
    }
  }
  if (wish === undefined)
    process.stdout.write('Nothing was changed. What one manager proposes and another approves goes with -- --run.\n');
  return faults === 0 ? 0 : 1;
});

async function servicesOf(url: string): Promise<{ id: Id; name: string }[]> {
  const pools = openPools(url, { hot: 1, plain: 1 });
  try {
    return (await pools.plain.query<{ id: Id; name: string }>('select id, name from service order by name')).rows;
  } finally {
    await pools.end();
  }
}

/** Counts by class with the rule they went by; ids only where a hold must be looked at. */
function reportOf(name: string, { rules, due, held }: Planned): string {
  const lines = counted(due).map(({ class: one, count }) => {
    const rule = rules.find((row) => row.class === one);
    return `  ${count} due: ${recordClasses[one].says}. ${rule ? `${howLong(rule)} (${rule.source})` : ''}`;
  });
  const heldLines = held.map(
    (one: Plan['held'][number]) => `  held: ${one.kind} ${one.id} (${one.class}) by ${one.holds.join(', ')}`,
  );
  return [name, ...(lines.length > 0 ? lines : ['  nothing is due']), ...heldLines, ''].join('\n');
}
