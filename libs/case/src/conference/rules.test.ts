// What shuts a meeting at its booking, on its day and after a pause, one change at a time (R19, R26, R38, R40).
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, DAY, type ACase, team } from '../../../../test/simulation/case-at-door.js';

const { lead } = team;
const booked = (c: ACase, inDays: number, attendees: string[] = ['h', 'r']): Said => ({
  by: lead,
  type: 'conference.booked',
  bookingId: 'again',
  startsAt: new Date(c.now + inDays * DAY).toISOString(),
  attendees,
});
const rules = (blockers: readonly { rule: string; about: string }[]) => blockers.map((b) => `${b.rule} ${b.about}`);

test('a meeting is booked with somebody of each side, in the future', () => {
  const c = aCaseAt('book');
  expect(rules(c.tell(booked(c, 3, ['h'])))).toEqual(['parties responsible']);
  expect(rules(c.tell(booked(c, 3, ['r'])))).toEqual(['parties harmed']);
  expect(rules(c.tell(booked(c, -1)))).toEqual(['unsound startsAt']);
  expect(rules(c.tell(booked(c, 3, ['h', 'r', 'nobody'])))).toEqual(['attendee nobody']);
  expect(c.tell(booked(c, 3))).toEqual([]);
});

test('R38: an order forbids the days it covers, and no other', () => {
  const c = aCaseAt('book');
  const until = new Date(c.now + 10 * DAY).toISOString();
  c.say({
    by: lead,
    type: 'order.recorded',
    orderId: 'o',
    participantId: 'r',
    forbids: ['meeting'],
    from: c.at(),
    until,
  });
  expect(rules(c.tell(booked(c, 3)))).toEqual(['order o']);
  expect(c.tell(booked(c, 12))).toEqual([]);
});

test('a meeting begins on its own day, with those who were booked', () => {
  const early = aCaseAt('book');
  early.say(booked(early, 3));
  expect(rules(early.door('conference.begun').blockers)).toContain('booking again');
  const c = aCaseAt('begin');
  expect(rules(c.tell({ by: lead, type: 'conference.begun', attended: ['h', 'r', 'x'] }))).toEqual(['attendee x']);
  expect(rules(c.tell({ by: lead, type: 'conference.begun', attended: ['h'] }))).toEqual(['parties responsible']);
});

test('R40: after a pause each person is asked alone; one who is not willing keeps the door shut', () => {
  const c = aCaseAt('resume');
  c.say({ by: lead, type: 'session.checked', participantId: 'r', willing: false });
  expect(rules(c.door('session.resumed').blockers)).toEqual(['privateCheck r']);
  c.say({ by: lead, type: 'session.checked', participantId: 'r', willing: true });
  expect(c.door('session.resumed').open).toBe(true);
});

test('R40: every pause asks everybody again', () => {
  const c = aCaseAt('resume').say({ by: lead, type: 'session.resumed' });
  c.say({ by: lead, type: 'session.paused', byRole: 'responsible', reason: 'request', safetyStep: 't' });
  expect(rules(c.door('session.resumed').blockers)).toEqual(['privateCheck h', 'privateCheck r']);
});
