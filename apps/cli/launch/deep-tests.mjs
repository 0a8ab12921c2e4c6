// The long forms of the tests that draw their cases by chance: more of them, from another seed every day.
import { say } from './paths.mjs';

/** The test files that take more when they are asked for more. */
export const deepFiles = ['promises/simulated-cases', 'promises/non-interference', 'promises/kill-9'];

/** How many of each: together under ten minutes on two idle cores. A whole build has an hour for everything. */
const counts = { LIVES: 2000, PAIRS: 600, KILLS: 5 };

/** The environment of a deep run, with its seeds printed. What the caller has set stays as it is. */
export function deepSettings(env = process.env, now = new Date()) {
  const day = Number(now.toISOString().slice(0, 10).replaceAll('-', ''));
  // A life is a seed of its own: the days are so far apart that none is lived twice.
  const seeds = { LIVES_SEED: (day * counts.LIVES) % 2 ** 32, PAIRS_SEED: day, KILL_SEED: day };
  const own = { ...counts, ...seeds };
  const settings = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, env[name] || String(value)]));
  say(
    `the same again: ${Object.entries(settings)
      .map((pair) => pair.join('='))
      .join(' ')} npm run test:deep`,
  );
  return { ...env, ...settings };
}
