// `npm run refer -- FILE --from police|youth-justice|self`: takes a referral file into the database, or previews it.
import { SingleBar } from 'cli-progress';
import { londonDate } from '#libs/time';
import type { Settings } from '#libs/case';
import { serviceScope } from '#libs/database';
import type { IntakeLimits } from '#libs/intake';
import { recordRead } from '#libs/access-log';
import { actorFor } from '#libs/permissions';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openDatabase } from '../../server/src/database.js';
import { demoServiceId, seedDemo } from '../../demo/src/demo.js';
import { isDemonstration } from './which-service.js';
import { openServices } from '#libs/services';
import { runProcess } from '../../server/src/run-process.js';
import { assertOpens, masterKeysFrom } from '../../server/src/master-keys.js';
import { readWanted, writeRejected } from './refer/files.js';
import { reportOf } from './refer/report.js';
import { takeAll } from './refer/take.js';
import { wantedFrom } from './refer/wanted.js';

await runProcess(async ({ keep }) => {
  const wanted = wantedFrom(process.argv.slice(2));
  const clock = () => new Date();
  const today = londonDate(clock().toISOString());
  // Read before anything is started: a wrong file costs no database, and neither does a preview.
  const first = await readWanted(wanted, today);
  if (wanted.preview) {
    process.stdout.write(reportOf(first, null, null));
    return 0;
  }

  const settings = settingsFrom(process.env, commandParts);
  const masterKeys = masterKeysFrom(process.env, dataFolder).keys;
  if (!isDemonstration(settings) && wanted.service === null) {
    throw new CannotStart('Say for which service and in whose name: --service ID --as SUBJECT.');
  }
  const database = keep(await openDatabase(settings));
  if (database.owner) await migrateOrExplain(database.url);
  await assertOpens(database.url, masterKeys);
  if (isDemonstration(settings) && wanted.service === null) await seedDemo(database.url, masterKeys);

  const { database: eyes, store } = keep(openServices(database.url, { masterKeys }));
  const who = { subject: wanted.as ?? 'demo-coordinator', serviceId: wanted.service ?? demoServiceId };
  const actor = await actorFor(eyes.as(serviceScope(who.serviceId)), who);
  if (!actor) throw new CannotStart(`Nobody on the staff of that service is "${who.subject}".`);

  const read = await readWanted(wanted, today, limitsOf(await store.settings(who.serviceId)));
  const rejectedPath = await writeRejected(wanted.file, read.rejected);
  const bar = new SingleBar({ format: '{bar} {value} of {total} referrals', hideCursor: true, clearOnComplete: true });
  keep({ stop: async () => bar.stop() });
  bar.start(read.referrals.length, 0);
  const counts = await takeAll(store, clock, actor, read, wanted.from, () => bar.increment());
  bar.stop();
  // Newcomers were compared with every person the service knows. No name was shown, but the read is recorded (R68).
  const looked = { by: actor.id, at: clock().toISOString(), kind: 'search', operation: 'refer' } as const;
  await recordRead(eyes.as(serviceScope(who.serviceId)), looked);
  process.stdout.write(reportOf(read, counts, rejectedPath));
  return 0;
});

/** What counts as late is the service's to say (R1, R2). */
function limitsOf(own: Settings): IntakeLimits {
  return {
    referral: own.referralWorkingDays,
    information: own.informationWorkingDays,
    informationEnhanced: own.enhancedInformationWorkingDays,
  };
}
