// Who must not have which contact with whom, and whose leave somebody in custody or on licence needs: asked the same way at each door (R38, R89).
import { ToldCase, type Said } from '../../../../test/harness/case/told-case.js';
import type { Prohibition } from '../vocabulary/orders.js';

const FROM = '2026-01-01T00:00:00Z';
const forbids = (prohibition: Prohibition, more: Partial<Said<'order.recorded'>> = {}): Said<'order.recorded'> => ({
  orderId: 'o1',
  participantId: 'r1',
  towards: 'h1',
  forbids: [prohibition],
  from: FROM,
  ...more,
});
const joined = () => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const meets = () => joined().prepare('faceToFace', ['h1', 'r1']);
const writes = () =>
  joined().prepare('letter', ['h1', 'r1']).tell('communication.drafted', {
    processId: 'p1',
    communicationId: 'w1',
    from: 'r1',
    to: 'h1',
    kind: 'letter',
    text: 't',
    sha256: 's',
  });
const book = { processId: 'p1', bookingId: 'b1', startsAt: '2026-01-15T10:00:00.000Z', attendees: ['h1', 'r1'] };
const pass = { processId: 'p1', communicationId: 'w1', how: 'handedOver' } as const;
const against = (blockers: readonly string[]) => blockers.filter((b) => b.startsWith('order'));

test.each<[Prohibition, boolean, boolean]>([
  ['meeting', true, false],
  ['message', false, true],
  ['anyContact', true, true],
])('R89: an order against %s forbids to meet: %s, to pass something on: %s', (prohibition, meeting, message) => {
  const met = meets().tell('order.recorded', forbids(prohibition));
  expect(against(met.whyNot('conference.booked', book)).length > 0).toBe(meeting);
  const written = writes().tell('order.recorded', forbids(prohibition));
  expect(against(written.whyNot('communication.passed', pass)).length > 0).toBe(message);
});

test('R89: an order names with whom; with anybody else there may be contact', () => {
  const c = joined().join('h2', 'harmed').prepare('faceToFace', ['h1', 'h2', 'r1']);
  c.tell('order.recorded', forbids('anyContact', { towards: 'h2' }));
  expect(against(c.whyNot('conference.booked', book))).toEqual([]);
  expect(against(c.whyNot('conference.booked', { ...book, attendees: ['h1', 'h2', 'r1'] }))).toEqual(['order o1']);
});

test('R89: no contact of any kind is also none with whoever speaks for a person', () => {
  const c = joined().join('s1', 'representative', { supports: 'h1' });
  c.consent('h1', 'spokenFor', { processId: 'p1', about: 's1' });
  c.prepare('representative', ['s1', 'r1']).tell('order.recorded', forbids('anyContact'));
  const meeting = { ...book, attendees: ['s1', 'r1'] };
  expect(against(c.whyNot('conference.booked', meeting))).toEqual(['order o1']);
});

test('R89, R92: whoever left and came back is bound as before', () => {
  const c = joined().tell('order.recorded', forbids('meeting'));
  c.tell('participant.left', { participantId: 'r1', reason: 'other' }, 'coordinator');
  c.join('r2', 'responsible', { personId: 'person-r1', processId: 'p1', approach: 'asked' });
  c.prepare('faceToFace', ['h1', 'r2']);
  expect(against(c.whyNot('conference.booked', { ...book, attendees: ['h1', 'r2'] }))).toEqual(['order o1']);
});

test('R89: what one person learns of another through the service is a message', () => {
  const c = joined().consent('r1', 'interest', { about: 'h1' });
  const tells = { participantId: 'r1', to: 'h1' };
  expect(c.whyNot('interest.told', tells)).toEqual([]);
  c.tell('order.recorded', forbids('message'));
  expect(c.whyNot('interest.told', tells)).toEqual(['order o1']);
  c.tell('order.ended', { orderId: 'o1' });
  expect(c.whyNot('interest.told', tells)).toEqual([]);
});

const prison: Said<'custody.recorded'> = {
  participantId: 'r1',
  kind: 'custody',
  authority: 'prison',
  place: 'HMP Northfold',
};
const leave: Said<'approval.given'> = {
  processId: 'p1',
  participantId: 'r1',
  authority: 'prison',
  place: 'HMP Northfold',
};
test('R38: custody asks for the leave it needs by itself, for each process, and for a letter too', () => {
  const c = meets().tell('custody.recorded', prison);
  expect(c.whyNot('conference.booked', book)).toEqual(['approval r1']);
  expect(writes().tell('custody.recorded', prison).whyNot('communication.passed', pass)).toContain('approval r1');
  c.tell('approval.given', leave, 'coordinator');
  expect(c.whyNot('conference.booked', book)).toEqual([]);
  expect(c.process().signOffs.approvals['r1']).toMatchObject({ authority: 'prison', place: 'HMP Northfold' });
});

test('R38: leave is of the authority that somebody is under, and asked again when they are moved', () => {
  const c = meets().tell('custody.recorded', prison);
  c.tell('approval.given', { ...leave, authority: 'probation' }, 'coordinator');
  expect(c.whyNot('conference.booked', book)).toEqual(['approval r1']);
  c.tell('approval.given', leave, 'coordinator');
  expect(c.whyNot('conference.booked', book)).toEqual([]);
  c.tell('custody.recorded', { ...prison, place: 'HMP Southfold' });
  expect(c.whyNot('conference.booked', book)).toEqual(['approval r1']);
});

test('R38: leave that ends before the meeting is none, and custody that is over by then asks for none', () => {
  const c = meets().tell('custody.recorded', prison);
  c.tell('approval.given', { ...leave, until: '2026-01-14T00:00:00Z' }, 'coordinator');
  expect(c.whyNot('conference.booked', book)).toEqual(['approval r1']);
  expect(c.whyNot('conference.booked', { ...book, startsAt: '2026-01-13T10:00:00.000Z' })).toEqual([]);
  const released = meets().tell('custody.recorded', { ...prison, until: '2026-01-14T00:00:00Z' });
  expect(released.whyNot('conference.booked', book)).toEqual([]);
  const out = meets().tell('custody.recorded', prison).tell('custody.ended', { participantId: 'r1' });
  expect(out.whyNot('conference.booked', book)).toEqual([]);
});

test('R38: custody and leave name a place, end later than they begin, and end once', () => {
  const c = meets();
  expect(c.whyNot('custody.recorded', { ...prison, until: '2025-01-01T00:00:00Z' })).toEqual(['unsound until']);
  expect(c.whyNot('custody.ended', { participantId: 'r1' })).toEqual(['unknown participantId']);
  expect(c.whyNot('approval.given', { ...leave, participantId: 'nobody' })).toContain('unknown participantId');
  expect(c.whyNot('approval.given', { ...leave, until: '2025-01-01T00:00:00Z' })).toEqual(['unsound until']);
});
