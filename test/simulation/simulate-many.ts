// Many simulated cases as one test, so that the halves of a run can take two cores.
import { simulateCase } from './simulate-case.js';

/** A sample; `npm run test:deep` takes thousands. LIVES=20000 takes more; LIVES_SEED begins elsewhere, and with LIVES=1 repeats one that broke a promise. */
const count = Number(process.env['LIVES'] ?? 200);
const seed = Number(process.env['LIVES_SEED'] ?? 1);
const STEPS = 28;

/** Steps that enough cases must come to: cases that never come far would keep every promise for the wrong reason. */
const places = [
  ...['suitability', 'consent', 'preparation', 'followUp', 'closed'].map((s) => `"${s}"`),
  ...['arranging', 'booked', 'underWay', 'interrupted', 'exchange'].map((s) => `{"conference":"${s}"}`),
];
const often = ['conference.begun', 'session.resumed', 'words.passed', 'notice.sent', 'case.reopened'];

/** One of the two halves of the cases asked for, as one test. */
export function simulatedCasesKeepPromises(half: 'first' | 'second'): void {
  const first = Math.ceil(count / 2);
  const [from, to] = half === 'first' ? [seed, seed + first] : [seed + first, seed + count];
  test(`${to - from} cases drawn from seed ${from} keep every promise`, () => {
    const met = new Map<string, number>();
    const one = (key: string) => met.set(key, (met.get(key) ?? 0) + 1);
    let events = 0;
    for (let s = from; s < to; s++) {
      const simulated = simulateCase(s, STEPS);
      events += simulated.journal.length;
      for (const stage of simulated.stages) one(stage);
      for (const { type } of simulated.journal) one(type);
    }
    process.stdout.write(`${to - from} cases drawn from seed ${from}: ${events} events\n`);
    const least = Math.floor((to - from) / 100);
    expect([...places, ...often].filter((key) => (met.get(key) ?? 0) < least)).toEqual([]);
  }, 900_000);
}
