// The health of a process that has a database: its clock is right when it starts, and an operator hears when something begins or ends.
import { CannotStart, type Settings } from '#libs/config';
import { openHealth, type Health } from '#libs/database';
import type { Database } from './database.js';

/** @throws CannotStart where the clocks of this machine and of the database differ: what would be written now could not be put right. */
export async function openProcessHealth({ appUrl }: Database, { clockSeconds }: Settings): Promise<Health> {
  const health = await openHealth(appUrl, {
    clockSeconds,
    onChange: (problems) => say(problems.length > 0 ? problems.join(' ') : 'The database answers again.'),
  });
  const problem = health.clock.problem();
  if (problem === null) return health;
  await health.stop();
  throw new CannotStart(problem);
}

const say = (line: string) => void process.stderr.write(`concord: ${line}\n`);
