// `npm start`: the whole house in one process.
import { startWorker } from '../../worker/src/index.js';
import { banner } from './banner.js';
import { bringUp } from './bring-up.js';
import { dataFolder } from './clone.js';
import { openDatabase } from './database.js';
import { assertSmallRole } from './database-role.js';
import { demoServiceId } from './demo.js';
import { demoInvitations, demoPost } from './demo/invitations.js';
import { CannotStart } from './embedded-postgres.js';
import { openFrontDoor } from './front-door.js';
import { openHouse } from './house.js';
import { run } from './life.js';
import { assertOpens, masterKeysFrom } from './master-keys.js';
import { portIsFree, portTrouble } from './port.js';
import { publicUrlFor, serve } from './serve.js';
import { servingFrom, settingsFrom } from './settings.js';
import { signInFor } from './sign-in.js';

await run(async ({ keep, fail }) => {
  if (process.argv.length > 2)
    throw new CannotStart('npm start takes no arguments: settings come from the environment or from files.');
  const settings = settingsFrom(process.env);
  const { host, port, production } = settings;
  const master = masterKeysFrom(process.env, dataFolder);
  await portIsFree(host, port);

  const database = keep(
    await openDatabase(settings, () =>
      fail('PostgreSQL ended by itself: see its log, then start again. Nothing acknowledged is lost.'),
    ),
  );
  if (!database.owner)
    throw new CannotStart(
      `Another Concord is running on the ${database.where}: stop it first, or set CONCORD_DATA to another folder.`,
    );
  await bringUp(database.url);
  if (production) await assertSmallRole(database.appUrl);
  await assertOpens(database.url, master.keys);

  const house = keep(openHouse(database.appUrl, master.keys));
  const door = keep(
    await openFrontDoor(host, port).catch((error: unknown) => {
      throw portTrouble(error, host, port) ?? error;
    }),
  );
  const publicUrl = settings.publicUrl ?? publicUrlFor(host, door);
  const signIn = await signInFor(settings, database.url, master.keys, publicUrl);
  const { cookieSecret } = settings;
  const invitations = await demoInvitations(house.signIn, demoServiceId, signIn.invited);
  if (signIn.invited.length > 0) keep(demoPost(house.signIn, demoServiceId, (line) => void process.stdout.write(line)));
  keep(await serve(door, { ...signIn, ...servingFrom(settings), ...house, publicUrl, cookieSecret }));
  keep(await startWorker({ databaseUrl: database.appUrl, masterKeys: master.keys }));
  if (master.warning) process.stderr.write(`concord: ${master.warning}\n`);
  process.stdout.write(
    banner({
      pages: publicUrl,
      api: door.url,
      database: database.where,
      graphiql: !production,
      invitations,
      ...signIn,
    }),
  );
});
