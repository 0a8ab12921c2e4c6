// `npm run refer -- FILE --from MAPPING`: takes a referral file into the database, or previews it.
import { SingleBar } from 'cli-progress';
import { basename } from 'node:path';
import { londonDate } from '#libs/time';
import { serviceScope } from '#libs/database';
import type { Mapping } from '#libs/intake';
import { mappingNamed, previewOf, ReferralMappings } from '#libs/referral-files';
import { actorFor, scopeOf } from '#libs/permissions';
import { migrateOrExplain } from '../../server/src/migrate-or-explain.js';
import { CannotStart, commandParts, dataFolder, settingsFrom } from '#libs/config';
import { openDatabase } from '../../server/src/database.js';
import { openReferralFiles } from '../../server/src/referral-files.js';
import { demoServiceId, seedDemo } from '../../demo/src/demo.js';
import { isDemonstration } from './which-service.js';
import { openServices } from '#libs/services';
import { runProcess } from '../../server/src/run-process.js';
import { assertOpens, masterKeysFrom } from '../../server/src/master-keys.js';
import { contentOf, isFile, mappingGiven, readWanted, writeReturned } from './refer/files.js';
import { reportOf } from './refer/report.js';
import { wantedFrom } from './refer/wanted.js';

await runProcess(async ({ keep }) => {
  const wanted = wantedFrom(process.argv.slice(2));
  const clock = () => new Date();
  // Read before anything is started: a wrong file costs no database, and neither does a preview.
  const bytes = await contentOf(wanted.file);
  const given = await mappingGiven(wanted);
  const previewed = async (mapping: Mapping) =>
    previewOf(await readWanted(wanted.file, mapping, bytes, londonDate(clock().toISOString())), new Set());
  const first = given && (await previewed(given));
  if (first && wanted.preview) {
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

  const inside = keep(openServices(database.url, { masterKeys }));
  const files = openReferralFiles(inside, masterKeys, clock);
  const who = { subject: wanted.as ?? 'demo-coordinator', serviceId: wanted.service ?? demoServiceId };
  const actor = await actorFor(inside.database.as(serviceScope(who.serviceId)), who);
  if (!actor) throw new CannotStart(`Nobody on the staff of that service is "${who.subject}".`);

  const mappings = new ReferralMappings(inside);
  if (given && isFile(wanted.from) && !(await mappings.keep(actor, given, clock().toISOString())))
    throw new CannotStart(notTheirs);
  const named = given ?? (await mappingNamed(inside.database.as(scopeOf(actor)), who.serviceId, wanted.from))?.mapping;
  if (!named) throw new CannotStart(`No mapping is called "${wanted.from}".`);
  if (wanted.preview) {
    process.stdout.write(reportOf(await previewed(named), null, null));
    return 0;
  }
  const most = (await files.mostBytes(actor)) ?? 0;
  const id = bytes.length <= most ? await files.send(actor, basename(wanted.file), bytes) : null;
  if (id === null)
    throw new CannotStart(most === 0 ? notTheirs : `${wanted.file} is larger than ${most / 1_000_000} MB.`);
  const preview = await files.preview(actor, id, named.name);
  const bar = new SingleBar({ format: '{bar} {value} of {total} referrals', hideCursor: true, clearOnComplete: true });
  keep({ stop: async () => bar.stop() });
  bar.start(first?.referrals ?? 0, 0);
  const file = await files.takeNow(
    actor,
    { fileId: id, from: named.name },
    {
      onEach: (of) => {
        bar.setTotal(of);
        bar.increment();
      },
    },
  );
  bar.stop();
  if (!file || typeof preview === 'string' || !preview) throw new CannotStart(notTheirs);
  if (file.problem !== null) throw new CannotStart(`${wanted.file}: ${file.problem}`);
  const returnedPath = await writeReturned(wanted.file, await files.returnedFile(actor, id));
  process.stdout.write(reportOf(preview, file, returnedPath));
  return 0;
});

const notTheirs = 'This member of staff may not take referrals: a coordinator or a manager may.';
