// Invented cases are whole: nothing of a life that is told to its end is refused, so that a fill holds what a service would.
import { defaults, fold, settingsWith } from '#libs/case';
import { live } from './lives.js';

const team = { serviceId: 's', lead: 'lead', supervisor: 'supervisor', safeguardingLead: 'sade', coordinator: 'cora' };
const now = new Date('2026-11-10T14:00:00.000Z');
const lifeOf = (n: number) => {
  let ids = 0;
  return live(n, team, settingsWith(defaults), now, () => `id-${(ids += 1)}`);
};

test('an older life is a conference that was held, followed up and closed as delivered', () => {
  for (const n of [1, 3, 7, 9]) {
    const { stored, learnt } = lifeOf(n);
    const [process] = Object.values(stored.facts.processes);
    expect([n, stored.state.case, stored.facts.closing.closed?.reason]).toEqual([n, 'closed', 'delivered']);
    expect(process?.conference.held).toMatchObject([{ how: 'asPlanned' }]);
    expect(Object.keys(process?.followUp.contacts ?? {})).toHaveLength(n % 3 === 0 ? 3 : 2);
    expect(fold(learnt.map(({ event }) => event)).facts).toEqual(stored.facts);
  }
});

test('a recent life is broken off on the way, and some were given up early', () => {
  const stages = new Set(
    Array.from({ length: 40 }, (_, n) => Object.values(lifeOf(n * 2).stored.state.processes)[0]).map((place) =>
      typeof place === 'string' ? place : 'conference',
    ),
  );
  expect([...stages].toSorted()).toEqual(
    expect.arrayContaining(['conference', 'consent', 'preparation', 'suitability']),
  );
  expect(lifeOf(5).stored.facts.closing.closed?.reason).toBe('noReply');
});
