// `npm start`: any set of API, pages and worker in one process; every part unless `--only` names some.
import { banner } from './banner.js';
import { dataFolder, needsDatabase, partsFrom, settingsFrom, REST_SECONDS } from '#libs/config';
import { openMigrated } from './open-migrated.js';
import { runProcess } from './run-process.js';
import { openDoor } from './port.js';
import { secretsFor } from './process-secrets.js';
import { serveParts } from './serve-parts.js';

await runProcess(async (life) => {
  const parts = partsFrom(process.argv.slice(2));
  const settings = settingsFrom(process.env, parts);
  const secrets = secretsFor(parts, settings, process.env, dataFolder);
  const { drainSeconds, stopSeconds } = settings.stopping;
  life.stopsWithin(drainSeconds + stopSeconds + REST_SECONDS);

  const door =
    settings.port === null ? null : life.keep(await openDoor(settings.host, settings.port, settings.stopping));
  const database = needsDatabase(parts) ? await openMigrated(settings, parts, secrets.masterKeys(), life) : null;
  const serving = await serveParts({ parts, settings, secrets, door, database }, life);

  if (secrets.warning !== null) process.stderr.write(`concord: ${secrets.warning}\n`);
  process.stdout.write(banner({ parts, database: database?.where ?? null, ...serving }));
});
