// What `npm run test:deep` runs: the long forms of the tests that draw their cases by chance, from another seed every day, and the files named
// *.deep.test.ts, which `npm test` leaves out: long walks in a browser, crawls, faults that need minutes.
import { say } from './paths.mjs';

/** The test files that take more when they are asked for more, and those that are deep as a whole. */
const deepFiles = [
  'promises/simulated-cases',
  'promises/costs-the-same',
  'promises/non-interference',
  'promises/kill-9',
  'attacks/writes-by-position',
  'web/test/crawl',
  '\\.deep\\.test\\.ts$',
];

/** What Jest is told: of all files only those that the caller names, or every deep one. */
export function deepArguments(rest) {
  const names = rest.some((word) => /^[^-].*[a-z]/.test(word));
  // Last: Jest takes every word after it for another pattern.
  return [...rest, ...(names ? [] : deepFiles), '--testPathIgnorePatterns=/node_modules/'];
}

/** How many of each: together under ten minutes on two idle cores. A whole build has an hour for everything. */
const counts = { CASES: 20_000, LIVES: 2000, PAIRS: 600, KILLS: 5 };

/** The environment of a deep run, with its seeds printed. What the caller has set stays as it is. */
export function deepSettings(env = process.env, now = new Date()) {
  const day = Number(now.toISOString().slice(0, 10).replaceAll('-', ''));
  // A life is a seed of its own: the days are so far apart that none is lived twice.
  const seeds = { LIVES_SEED: (day * counts.LIVES) % 2 ** 32, PAIRS_SEED: day, KILL_SEED: day };
  const own = { ...counts, ...seeds, CRAWL: 'wide', POSITIONS: 'all' };
  const settings = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, env[name] || String(value)]));
  say(
    `the same again: ${Object.entries(settings)
      .map((pair) => pair.join('='))
      .join(' ')} npm run test:deep`,
  );
  return { ...env, ...settings };
}
