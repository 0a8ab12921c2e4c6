// What is written up afterwards is a meeting of people of the case, once, and ends no other (R87, R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const of = { processId: 'p1' };
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both);
const held = (on: string, attended: readonly string[] = both) => ({
  ...of,
  on,
  endedAt: new Date(Date.parse(on) + 3_600_000).toISOString(),
  attended,
  how: 'asPlanned' as const,
  aftercare: 't',
});

test('nobody was at a meeting who is not of the case, nor twice, and somebody was', () => {
  const c = two();
  const on = c.now();
  c.wait(5);
  expect(c.whyNot('conference.recorded', held(on, ['stranger', 'h1']))).toEqual(['unknown stranger']);
  expect(c.whyNot('conference.recorded', held(on, ['h1', 'h1', 'r1']))).toEqual(['unsound attended']);
  expect(c.whyNot('conference.recorded', held(on, []))).toEqual(['unsound attended']);
});

test('R95: the same meeting is written up once', () => {
  const c = two();
  const on = c.now();
  c.wait(5).tell('conference.recorded', held(on));
  expect(c.whyNot('conference.recorded', held(on))).toEqual(['unsound on']);
  expect(c.process().conference.held.length).toBe(1);
});

test('R95: an earlier meeting is not written up over the one that is going on', () => {
  const c = two().book(both).onTheDay();
  const on = c.now();
  c.wait(2).begin(both);
  expect(c.whyNot('conference.recorded', held(on))).toEqual(['outstanding session']);
});

test('a meeting ends after it began, and follow-up comes after it', () => {
  const c = two().book(both).onTheDay();
  const before = c.now();
  c.wait(2).begin(both);
  const end = { ...of, how: 'asPlanned', aftercare: 't' } as const;
  expect(c.whyNot('conference.ended', { ...end, on: before })).toEqual(['unsound on']);
  c.tell('conference.ended', end);
  const early = { ...of, participantId: 'h1', point: 'days3', outcome: 'reached', early: 'why' } as const;
  expect(c.whyNot('followUp.done', { ...early, on: before })).toEqual(['notReached h1']);
  expect(c.whyNot('followUp.done', early)).toEqual([]);
});

test('R19: a booking names each person once', () => {
  const b = { ...of, bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z', attendees: ['h1', 'h1', 'r1'] };
  expect(two().whyNot('conference.booked', b)).toEqual(['unsound attendees']);
});

test('R81, R95: what was done to somebody of another process, though a door was shut, is no matter of this one', () => {
  const c = two().add('h2', 'harmed');
  const on = c.now();
  c.wait(1).tell('contact.attempted', {
    participantId: 'h2',
    channel: 'phone',
    outcome: 'reached',
    aim: 'substance',
    on,
  });
  expect(Object.values(c.stored.facts.deviations.of)).toMatchObject([
    { door: 'approach', processId: null, about: 'h2' },
  ]);
  const b = { ...of, bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z', attendees: both };
  expect(c.whyNot('conference.booked', b)).toEqual([]);
});
