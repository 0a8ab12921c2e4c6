// What has happened can be recorded late; where a door was shut at that time it is a deviation that is reviewed, and counted (R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { deviationsOf } from './judge.js';

const prepared = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);
/** A meeting this morning that is written up in the evening. */
const meeting = (on: string) => ({
  processId: 'p1',
  on,
  endedAt: new Date(Date.parse(on) + 3_600_000).toISOString(),
  attended: ['h1', 'r1'],
  how: 'asPlanned' as const,
  aftercare: 't',
});

test('a prison meeting that was ready to begin is written up the next morning, and nothing deviates', () => {
  const c = prepared().book(['h1', 'r1']).onTheDay();
  const on = c.process().conference.booking?.startsAt ?? '';
  c.goTo('2026-01-09T09:00:00.000Z').tell('conference.recorded', meeting(on));
  expect([c.place(), c.stored.facts.deviations.of]).toEqual(['followUp', {}]);
  expect(c.process().conference.held).toEqual([
    { begunAt: on, endedAt: meeting(on).endedAt, how: 'asPlanned', attended: ['h1', 'r1'] },
  ]);
  expect(c.told()).toEqual([]);
});

test('a meeting that began without its sign-offs is recorded all the same: what stood before it is kept, and waits for its review', () => {
  const c = prepared().book(['h1', 'r1']);
  const on = c.process().conference.booking?.startsAt ?? '';
  c.goTo('2026-01-09T09:00:00.000Z').tell('conference.recorded', meeting(on));
  const [id, deviation] = Object.entries(c.stored.facts.deviations.of)[0] ?? [];
  expect(deviation).toMatchObject({ processId: 'p1', door: 'begin', on, recordedBy: 'lead', reviewed: null });
  expect(deviation?.blockers.map(({ rule, about }) => `${rule} ${about}`)).toEqual(
    expect.arrayContaining([
      'checkpoint beforeMeeting|-',
      'checkpoint dayOf|-',
      'reconfirmation h1|takePart|p1|faceToFace',
    ]),
  );
  // until it is reviewed, by another than who wrote it up, the process does not end
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).toContain(
    `deviation ${id}`,
  );
  expect(c.whyNot('deviation.reviewed', { deviationId: id ?? '', finding: 't' }, 'lead')).toEqual([`author ${id}`]);
  c.tell('deviation.reviewed', { deviationId: id ?? '', finding: 't' }, 'supervisor');
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).not.toContain(
    `deviation ${id}`,
  );
});

test('a client cannot say by itself that something was a deviation', () => {
  const c = prepared().book(['h1', 'r1']);
  const said = { processId: 'p1', attended: ['h1', 'r1'], deviations: [] };
  expect(c.whyNot('conference.begun', said)).not.toEqual([]);
});

test('a withdrawal that is written down late overtakes the meeting that was held after it, and no later word', () => {
  const c = prepared().book(['h1', 'r1']).onTheDay();
  const before = c.now();
  c.wait(2).begin(['h1', 'r1']).tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  c.tell('consent.withdrawn', {
    participantId: 'h1',
    purpose: 'takePart',
    processId: 'p1',
    about: 'faceToFace',
    on: before,
  });
  expect(Object.values(c.stored.facts.deviations.of)).toMatchObject([{ door: 'begin', processId: 'p1' }]);
  expect(c.place()).toBe('followUp');
  // said after the withdrawal, and written down before it
  const d = prepared();
  const noon = d.now();
  d.wait(5).consent('h1', 'takePart', { processId: 'p1', about: 'faceToFace' });
  d.tell('consent.refused', {
    participantId: 'h1',
    purpose: 'takePart',
    processId: 'p1',
    about: 'faceToFace',
    on: noon,
  });
  expect(d.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.answer).toBe('given');
});

test('nothing is said to have happened in the future, or before the case; no sign-off but that of the day is made backwards', () => {
  const c = prepared();
  const contact = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'welfare' } as const;
  expect(c.whyNot('contact.attempted', { ...contact, on: '2027-01-01T00:00:00.000Z' })).toEqual(['unsound on']);
  expect(c.whyNot('contact.attempted', { ...contact, on: '2025-01-01T00:00:00.000Z' })).toEqual(['unsound on']);
  expect(
    c.whyNot('checkpoint.passed', { checkpoint: 'processChoice', processId: 'p1', on: c.now() }, 'supervisor'),
  ).toEqual(['unsound on']);
});

test('R95: a word that is written down late is judged at each meeting since, with the journal folded a fixed number of times', () => {
  const c = prepared();
  const before = c.now();
  for (const day of ['2026-01-08', '2026-01-13', '2026-01-20']) {
    const days = Math.round((Date.parse(day) - Date.parse(c.now().slice(0, 10))) / 86_400_000);
    c.book(['h1', 'r1'], days, 'p1', `b-${day}`).onTheDay().wait(2).begin(['h1', 'r1']);
    c.tell('conference.ended', { processId: 'p1', how: 'adjourned', aftercare: 't' });
  }
  const refused = { participantId: 'h1', purpose: 'contact', on: before } as const;
  const event = { ...refused, type: 'consent.refused', at: c.now(), by: 'lead' } as const;
  // each of the three could begin only because the refusal was not known
  const found = deviationsOf(event, c.journal, c.settings);
  const begun = c.journal.filter((e) => e.type === 'conference.begun').map((e) => e.at);
  expect(found.map(({ door, on }) => [door, on])).toEqual(begun.map((at) => ['begin', at]));
  // had it been known, nothing would have been booked
  expect(found.map(({ blockers }) => blockers.map(({ rule, about }) => `${rule} ${about}`))).toEqual(
    begun.map(() => ['booking p1']),
  );
  // how often the journal is gone through does not grow with the meetings that were held
  let reads = 0;
  const counted = c.journal.map(
    (e) => new Proxy(e, { get: (of, name) => ((reads += name === 'type' ? 1 : 0), Reflect.get(of, name) as unknown) }),
  );
  const readsOf = (journal: typeof counted): number => {
    reads = 0;
    deviationsOf(event, journal, c.settings);
    return reads / journal.length;
  };
  const first = counted.findIndex((e) => e.type === 'conference.ended') + 1;
  expect(readsOf(counted)).toBeLessThan(2 * readsOf(counted.slice(0, first)));
});
