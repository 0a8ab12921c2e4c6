// `npm start`: the whole house in one process.
import { startApi } from '../../api/src/index.js';
import { startWorker } from '../../worker/src/index.js';
import { migrate } from '#libs/store';
import { banner } from './banner.js';
import { dataFolder } from './clone.js';
import { openDatabase } from './database.js';
import { CannotStart } from './embedded-postgres.js';
import { openHouse } from './house.js';
import { run } from './life.js';
import { masterKeysFrom } from './master-keys.js';
import { portIsFree, portTrouble } from './port.js';
import { settingsFrom } from './settings.js';
import { signInFor } from './sign-in.js';

await run(async ({ keep, fail }) => {
  const settings = settingsFrom(process.env);
  const { host, port, production } = settings;
  const master = masterKeysFrom(process.env, dataFolder);
  await portIsFree(host, port);

  const database = keep(
    await openDatabase(settings.databaseUrl, () =>
      fail('PostgreSQL ended by itself: see its log, then start again. Nothing acknowledged is lost.'),
    ),
  );
  if (!database.owner)
    throw new CannotStart(
      `Another Concord is running on the ${database.where}: stop it first, or set CONCORD_DATA to another folder.`,
    );
  await migrate(database.url);

  const signIn = await signInFor(settings, database.url, master.keys);
  const house = keep(openHouse(database.url, master.keys));
  const api = keep(
    await startApi({ ...signIn, host, port, production, ...house, log: { level: settings.logLevel } }).catch(
      (error: unknown) => {
        throw portTrouble(error, host, port) ?? error;
      },
    ),
  );
  keep(await startWorker({ databaseUrl: database.url, masterKeys: master.keys }));
  if (master.warning) process.stderr.write(`concord: ${master.warning}\n`);
  process.stdout.write(banner({ api: api.url, database: database.where, graphiql: !production, ...signIn }));
});
