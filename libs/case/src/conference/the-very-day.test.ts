// What changes on the very day of a meeting, or just before or after it: an order ends, somebody turns 16 or 18, cannot decide any more, the clocks change (R33, R89, R93, R94).
import { ToldCase, type Said } from '../../../../test/harness/case/told-case.js';
import { due } from '../deadlines/due.js';

const both = ['h1', 'r1'];
const begin: Said<'conference.begun'> = { processId: 'p1', attended: both };
/** Two people ready to meet face to face. */
const ready = (begins?: string) =>
  new ToldCase(begins).join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both);
const bookAt = (startsAt: string, attendees = both): Said<'conference.booked'> => ({
  processId: 'p1',
  bookingId: 'b1',
  startsAt,
  attendees,
});
const order: Said<'order.recorded'> = {
  orderId: 'o1',
  participantId: 'r1',
  towards: 'h1',
  forbids: ['meeting'],
  from: '2026-01-01T00:00:00Z',
};
const orders = (blockers: readonly string[]) => blockers.filter((one) => one.startsWith('order'));

test.each<[string | undefined, string, boolean]>([
  // it ends at the moment that is written, on whatever clock, and not with the day
  ['2026-01-15T00:00:00Z', '2026-01-15T10:00:00.000Z', false],
  ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00.000Z', false],
  ['2026-01-15T10:01:00Z', '2026-01-15T10:00:00.000Z', true],
  ['2026-01-16T00:00:00Z', '2026-01-15T10:00:00.000Z', true],
  ['2026-01-15T10:30:00+01:00', '2026-01-15T10:00:00.000Z', false],
  ['2026-01-15T09:30:00-01:00', '2026-01-15T10:00:00.000Z', true],
  // one without an end stands, however far away the meeting is
  [undefined, '2026-01-15T10:00:00.000Z', true],
  [undefined, '2027-12-31T10:00:00.000Z', true],
])('R89: an order until %s forbids a meeting at %s: %s', (until, startsAt, forbids) => {
  const c = ready().tell('order.recorded', { ...order, ...(until !== undefined && { until }) });
  expect(orders(c.whyNot('conference.booked', bookAt(startsAt)))).toEqual(forbids ? ['order o1'] : []);
});

test('R89: a meeting that begins before its hour asks whether the order is over by then', () => {
  const c = ready().tell('conference.booked', bookAt('2026-01-15T10:00:00.000Z'));
  c.tell('order.recorded', { ...order, until: '2026-01-15T09:30:00Z' }).onTheDay();
  expect(orders(c.whyNot('conference.begun', begin))).toEqual(['order o1']);
  expect(c.goTo('2026-01-15T09:30:00.000Z').whyNot('conference.begun', begin)).toEqual([]);
});

test('R89: an order that is ended before its day is over at once, on whatever clock its end was written', () => {
  const c = ready().tell('order.recorded', { ...order, until: '2026-01-15T05:30:00-05:00' });
  c.goTo('2026-01-15T09:00:00.000Z').tell('order.ended', { orderId: 'o1' });
  expect(orders(c.whyNot('conference.booked', bookAt('2026-01-15T10:00:00.000Z')))).toEqual([]);
});

test('R89: of two orders about different people each shuts its own meeting, and one that ends leaves the other', () => {
  const all = ['h1', 'h2', 'h3', 'r1'];
  const c = new ToldCase();
  for (const id of ['h1', 'h2', 'h3']) c.join(id, 'harmed');
  c.join('r1', 'responsible').prepare('faceToFace', all);
  c.tell('order.recorded', { ...order, until: '2026-02-01T00:00:00Z' });
  c.tell('order.recorded', { ...order, orderId: 'o2', towards: 'h2' });
  const shuts = (...attendees: string[]) =>
    orders(c.whyNot('conference.booked', bookAt('2026-01-15T10:00:00.000Z', attendees)));
  expect([shuts('h1', 'r1'), shuts('h2', 'r1'), shuts('h3', 'r1')]).toEqual([['order o1'], ['order o2'], []]);
  expect(shuts(...all)).toEqual(['order o1', 'order o2']);
  c.tell('order.ended', { orderId: 'o1' });
  expect([shuts('h1', 'r1'), shuts('h2', 'r1')]).toEqual([[], ['order o2']]);
});

test.each([
  // in summer a day of London begins an hour before that of Greenwich; the clocks go forward on 29 March, back on 25 October
  ['2026-01-15T23:30:00.000Z', '2026-01-14T23:59:00.000Z', '2026-01-15T00:01:00.000Z'],
  ['2026-03-29T22:30:00.000Z', '2026-03-28T23:59:00.000Z', '2026-03-29T00:01:00.000Z'],
  ['2026-03-29T23:30:00.000Z', '2026-03-29T22:59:00.000Z', '2026-03-29T23:01:00.000Z'],
  ['2026-07-15T10:00:00.000Z', '2026-07-14T22:59:00.000Z', '2026-07-14T23:01:00.000Z'],
  ['2026-10-25T23:30:00.000Z', '2026-10-24T22:59:00.000Z', '2026-10-24T23:01:00.000Z'],
])('R33: the day of a meeting at %s is not at %s, and is at %s', (startsAt, before, onTheDay) => {
  const c = ready(new Date(Date.parse(startsAt) - 5 * 86_400_000).toISOString());
  c.tell('conference.booked', bookAt(startsAt));
  const isToday = (at: string) => !c.goTo(at).whyNot('conference.begun', begin).includes('booking b1');
  expect([isToday(before), isToday(onTheDay)]).toEqual([false, true]);
});

const withAunt = ['h1', 'c1', 'aunt'];
/** A child responsible who meets whom they harmed, with an aunt beside them, on the day of the meeting. */
function child(age: 'underSixteen' | 'sixteenOrSeventeen'): ToldCase {
  const c = new ToldCase().join('h1', 'harmed').join('c1', 'responsible', { age });
  c.join('aunt', 'supporter', { supports: 'c1', part: 'appropriateAdult' }).nameAdult('c1', 'aunt');
  c.prepare('faceToFace', ['h1', 'c1']).consent('aunt', 'takePart', { processId: 'p1', about: 'faceToFace' });
  return c.book(withAunt, 7).onTheDay();
}
/** The weekly look at their birthday finds them older; it falls on the day of the meeting. */
function turns(c: ToldCase, age: 'sixteenOrSeventeen' | 'adult'): ToldCase {
  const on = due(c.stored.facts, c.settings).find(({ name, about }) => name === 'ageCheck' && about === 'c1')?.on ?? '';
  expect(on.slice(0, 10)).toBe(c.process().conference.booking?.startsAt.slice(0, 10));
  return c.goTo(on).tell('deadline.passed', { name: 'ageCheck', about: 'c1', dueAt: on, age }, 'clock');
}
const comes = (...attended: string[]) => ({ processId: 'p1', attended });

test('R26, R93: whoever turns 16 on the day of the meeting still has their adult in the room, and their own yes stands', () => {
  const c = turns(child('underSixteen'), 'sixteenOrSeventeen');
  expect(c.place()).toEqual({ conference: 'booked' });
  expect(c.whyNot('conference.begun', comes(...withAunt))).toEqual([]);
  expect(c.whyNot('conference.begun', comes('h1', 'c1'))).toEqual(['companion c1']);
});

test('R26, R93: whoever turns 18 on the day of the meeting comes with an adult or without', () => {
  const c = turns(child('sixteenOrSeventeen'), 'adult');
  expect(c.place()).toEqual({ conference: 'booked' });
  expect(c.whyNot('conference.begun', comes(...withAunt))).toEqual([]);
  expect(c.whyNot('conference.begun', comes('h1', 'c1'))).toEqual([]);
});

test.each([
  ['every decision', {}],
  ['taking part', { decision: 'takePart' }],
] as const)('R94: capacity in doubt for %s between a yes and the meeting shuts it, and says why', (_of, decision) => {
  const c = ready().book(both).onTheDay();
  expect(c.whyNot('conference.begun', begin)).toEqual([]);
  c.tell('capacity.doubted', { participantId: 'h1', ...decision });
  // an assessment by the facilitator, and the signature of the safeguarding lead (R33)
  expect(c.whyNot('conference.begun', begin)).toEqual(['capacity h1', 'checkpoint capacity|h1']);
  expect(c.door('conference.begun')).toEqual(['capacity h1', 'checkpoint capacity|h1']);
  c.tell('capacity.assessed', { participantId: 'h1', ...decision, finding: 'lacks', support: 'pictures' });
  expect(c.whyNot('conference.begun', begin)).toContain('capacity h1');
  c.tell('capacity.assessed', { participantId: 'h1', ...decision, finding: 'has' });
  c.sign('capacity', 'p1', 'h1', 'safeguarding');
  expect(c.whyNot('conference.begun', begin)).toEqual([]);
});

test('R94: capacity that comes and goes, to be looked at again on the day of the meeting, shuts it from that day', () => {
  const c = ready().tell('capacity.doubted', { participantId: 'h1', decision: 'takePart' }).wait(1);
  c.tell('capacity.assessed', { participantId: 'h1', decision: 'takePart', finding: 'has', againOn: '2026-01-08' });
  c.sign('capacity', 'p1', 'h1', 'safeguarding').book(both);
  expect(c.process().conference.booking?.startsAt.slice(0, 10)).toBe('2026-01-08');
  expect(c.whyNot('conference.begun', begin)).not.toContain('capacity h1');
  expect(c.onTheDay().whyNot('conference.begun', begin)).toContain('capacity h1');
});
