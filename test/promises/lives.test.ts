// Thousands of lives of cases, of which none may break a promise of the practice, whatever happens in them.
import { live } from '../support/lives.js';

/** LIVES=20000 lives more; LIVES_SEED begins elsewhere, and with LIVES=1 lives one again that broke a promise. */
const count = Number(process.env['LIVES'] ?? 2000);
const seed = Number(process.env['LIVES_SEED'] ?? 1);
const STEPS = 35;

test(`${count} lives from seed ${seed} keep every promise`, () => {
  const met = new Map<string, number>();
  const heard = new Map<string, number>();
  const one = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let i = 0; i < count; i++) {
    const life = live(seed + i, STEPS);
    for (const stage of life.stages) one(met, stage);
    for (const { type } of life.journal) one(heard, type);
  }
  process.stdout.write(
    `${count} lives from seed ${seed}: ${[...heard.values()].reduce((a, b) => a + b, 0)} events, ` +
      `${heard.get('conference.begun') ?? 0} meetings begun, ${heard.get('words.passed') ?? 0} letters passed\n`,
  );
  if (count >= 1000) {
    // lives that never come far would keep every promise for the wrong reason
    const steps = ['arranging', 'booked', 'underWay', 'interrupted', 'exchange'].map((s) => `{"conference":"${s}"}`);
    const stages = ['suitability', 'consent', 'preparation', 'followUp', 'closed'].map((s) => `"${s}"`);
    expect([...stages, ...steps].filter((s) => (met.get(s) ?? 0) < 20)).toEqual([]);
    const often = ['conference.begun', 'session.resumed', 'words.passed', 'notice.sent', 'case.reopened'];
    expect(often.filter((type) => (heard.get(type) ?? 0) < 10)).toEqual([]);
  }
}, 600_000);
