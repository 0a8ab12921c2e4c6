// Many simulated cases as one test, so that the halves of a run can take two cores.
import { simulateCase } from './simulate-case.js';

/** A sample; `npm run test:deep` takes thousands. LIVES=100000 takes millions of events; LIVES_SEED begins elsewhere, and with LIVES=1 repeats one that broke a promise. */
const count = Number(process.env['LIVES'] ?? 160);
const seed = Number(process.env['LIVES_SEED'] ?? 1);
const STEPS = 60;

/** What enough cases must come to: a lock that never opens would keep every promise for the wrong reason. */
const often = [
  '"suitability"',
  '"consent"',
  '"preparation"',
  '"followUp"',
  '"ended"',
  '{"conference":"arranging"}',
  '{"conference":"booked"}',
  '{"conference":"underWay"}',
  '{"conference":"interrupted"}',
  '"exchange"',
  'conference.begun',
  'session.resumed',
  'session.steppedOut',
  'communication.passed',
  'communication.takenBack',
  'notice.sent',
  'case.reopened',
  'process.opened',
  'process.split',
  'member.replaced',
  'freeze.lifted',
  'several processes',
  'late, a deviation',
  'late, and clean',
  'sent under a freeze',
];
const kinds = [
  'met: faceToFaceWithSupporters',
  'met: faceToFace',
  'met: video',
  'met: circle',
  'met: familyGroup',
  'met: communityPanel',
  'met: representative',
  'passed: letter',
  'passed: shuttle',
  'passed: recordedMessage',
  'harmedOnly.completed',
];

/** One of the two halves of the cases asked for, as one test. */
export function simulatedCasesKeepPromises(half: 'first' | 'second'): void {
  const first = Math.ceil(count / 2);
  const [from, to] = half === 'first' ? [seed, seed + first] : [seed + first, seed + count];
  test(`${to - from} cases drawn from seed ${from} keep every promise`, () => {
    const met = new Map<string, number>();
    let events = 0;
    for (let s = from; s < to; s++) {
      const simulated = simulateCase(s, STEPS);
      events += simulated.journal.length;
      for (const what of simulated.met) met.set(what, (met.get(what) ?? 0) + 1);
    }
    process.stdout.write(`${to - from} cases drawn from seed ${from}: ${events} events\n`);
    if (to - from < 60) return; // too few to say that something is never reached
    // A rare kind of process may be missing from a small sample; it may not from a long run.
    const wanted = to - from < 200 ? often : [...often, ...kinds];
    const seldom = wanted.filter(
      (what) => (met.get(what) ?? 0) < (often.includes(what) ? Math.max(1, (to - from) / 40) : 1),
    );
    expect(seldom).toEqual([]);
  }, 3_600_000);
}
