// What shuts a meeting at its booking, on its day and after a pause, one change at a time (R19, R38, R40, R43, R83, R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const arranged = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both);
const booking = (startsAt: string, attendees: readonly string[] = both) => ({
  processId: 'p1',
  bookingId: 'again',
  startsAt,
  attendees,
});
const SOON = '2026-01-12T10:00:00.000Z';
const paused = (): ToldCase =>
  arranged()
    .book(both)
    .onTheDay()
    .begin(both)
    .tell('session.paused', { processId: 'p1', byRole: 'harmed', reason: 'distress', safetyStep: 't' });
const asked = (c: ToldCase, participantId: string, willing: boolean): ToldCase =>
  c.tell('session.checked', { processId: 'p1', participantId, willing });

test('a meeting is booked with somebody in each seat, in the future, and with members only', () => {
  const c = arranged();
  expect(c.whyNot('conference.booked', booking(SOON, ['h1']))).toEqual(['seat responsible']);
  expect(c.whyNot('conference.booked', booking(SOON, ['r1']))).toEqual(['seat harmed']);
  expect(c.whyNot('conference.booked', booking('2026-01-01T10:00:00.000Z'))).toEqual(['unsound startsAt']);
  expect(c.whyNot('conference.booked', booking(SOON, [...both, 'nobody']))).toContain('attendee nobody');
  expect(c.whyNot('conference.booked', booking(SOON))).toEqual([]);
});

test('a meeting begins on its own day, with those who were booked', () => {
  const early = arranged().tell('conference.booked', booking(SOON));
  expect(early.whyNot('conference.begun', { processId: 'p1', attended: both })).toContain('booking again');
  const c = arranged().book(both).onTheDay();
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: [...both, 'x'] })).toContain('attendee x');
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: ['h1'] })).toContain('seat responsible');
});

test('R83: who was booked and does not turn up is missing, and the others meet where they can', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('s1', 'supporter', { supports: 'h1' });
  for (const id of both) c.consent(id, 'attendance', { processId: 'p1', about: 's1' });
  c.prepare('faceToFace', [...both, 's1'])
    .book([...both, 's1'])
    .onTheDay();
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: both })).toEqual([]);
});

test('R83: a supporter without whom somebody does not come is not left out', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').add('s1', 'supporter', { supports: 'h1' });
  c.tell('member.left', { processId: 'p1', participantId: 's1', reason: 'other' });
  c.tell('member.joined', { processId: 'p1', participantId: 's1', part: 'supporter', of: 'h1', required: true });
  c.prepare('faceToFace', both);
  expect(c.whyNot('conference.booked', booking(SOON))).toEqual(['companion h1']);
});

test('R40: after a pause each person is asked alone; without the one who cannot be spared it does not go on', () => {
  const c = paused();
  expect(c.door('session.resumed')).toEqual(expect.arrayContaining(['privateCheck h1', 'privateCheck r1']));
  asked(asked(c, 'h1', true), 'r1', false);
  expect(c.door('session.resumed')).toEqual(['seat responsible']);
  expect(asked(c, 'r1', true).door('session.resumed')).toEqual([]);
});

test('R40: every pause asks everybody again', () => {
  const c = asked(asked(paused(), 'h1', true), 'r1', true).tell('session.resumed', { processId: 'p1' });
  c.tell('session.paused', { processId: 'p1', byRole: 'responsible', reason: 'request', safetyStep: 't' });
  expect(c.door('session.resumed')).toEqual(expect.arrayContaining(['privateCheck h1', 'privateCheck r1']));
});

test('R40: what is stopped in the room is over, and an adjourned meeting is arranged again', () => {
  const c = paused().tell('conference.ended', { processId: 'p1', how: 'stopped', aftercare: 't' });
  expect(c.place()).toBe('followUp');
  const d = paused().tell('conference.ended', { processId: 'p1', how: 'adjourned', aftercare: 't' });
  expect([d.place(), d.process().conference.held.map((h) => h.how)]).toEqual([
    { conference: 'arranging' },
    ['adjourned'],
  ]);
});

test('R43: a second facilitator waits for their roles to be settled, and for the yes of those on the sides', () => {
  const c = arranged().book(both).assign('co', 'coFacilitator').onTheDay();
  const begin = { processId: 'p1', attended: both };
  expect(c.whyNot('conference.begun', begin)).toEqual([
    'arrangement coWorking',
    'consent h1|coWorking|-|-',
    'consent r1|coWorking|-|-',
  ]);
  c.tell('coWorking.agreed', { processId: 'p1', text: 't' }).consent('h1', 'coWorking').consent('r1', 'coWorking');
  expect(c.whyNot('conference.begun', begin)).toEqual([]);
});

test('R84: a concern in the room makes it wait, and does not send anybody home', () => {
  const c = arranged().book(both).onTheDay().begin(both).tell('concern.raised', { concernId: 'c', text: 't' });
  expect([c.place(), c.told()]).toEqual([{ conference: 'interrupted' }, []]);
  c.tell('concern.decided', { concernId: 'c', decision: 'stop', reason: 'why' }, 'safeguarding');
  expect(c.process().conference.held).toMatchObject([{ how: 'stopped' }]);
});
