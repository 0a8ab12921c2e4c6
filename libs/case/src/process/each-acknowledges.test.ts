// Each person responsible who takes part acknowledges what happened, and is confirmed, at every gate; one who does does not speak for another (R31, R86).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const people = ['h1', 'r1', 'r2'];
const three = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('r2', 'responsible');
const takenBack = { participantId: 'r2', reason: 'why' } as const;
const lacks = ['acknowledgement r2'];

test('R31: a process in which the second person responsible acknowledges nothing is not found suitable', () => {
  const c = three().tell('acknowledgement.takenBack', takenBack);
  for (const id of people) c.consent(id, 'contact');
  expect(c.whyNot('suitability.decided', { processId: 'p1', suitable: true, reason: 'why' })).toEqual(lacks);
});

test('R86: preparation does not begin on the word of one of two', () => {
  const c = three().findSuitable(people);
  for (const id of people) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
  c.tell('acknowledgement.takenBack', takenBack).tell('identity.doubted', takenBack);
  expect(c.door('preparation.begun')).toEqual(['acknowledgement r2', 'identity r2']);
  c.tell('identity.confirmed', { participantId: 'r2' });
  expect(c.door('preparation.begun')).toEqual(lacks);
});

test('R86: booking, beginning and going on wait, though the one who takes it back would not sit there', () => {
  const c = three().prepare('faceToFace', people);
  const b = { processId: 'p1', bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z', attendees: ['h1', 'r1'] };
  c.tell('acknowledgement.takenBack', takenBack);
  expect(c.whyNot('conference.booked', b)).toEqual(lacks);
  c.tell('acknowledgement.recorded', { participantId: 'r2', how: 'said' }).book(['h1', 'r1']).onTheDay();
  c.tell('acknowledgement.takenBack', takenBack);
  const begin = { processId: 'p1', attended: ['h1', 'r1'] };
  expect([c.place(), c.whyNot('conference.begun', begin)]).toEqual([{ conference: 'booked' }, lacks]);
  c.tell('acknowledgement.recorded', { participantId: 'r2', how: 'said' }).tell('conference.begun', begin);
  c.tell('session.paused', { processId: 'p1', byRole: 'harmed', reason: 'request', safetyStep: 't' });
  c.tell('acknowledgement.takenBack', { participantId: 'r1', reason: 'why' });
  for (const id of ['h1', 'r1']) c.tell('session.checked', { processId: 'p1', participantId: id, willing: true });
  expect(c.whyNot('session.resumed', { processId: 'p1' })).toEqual(['acknowledgement r1']);
});

test('R81, R86: whoever said no, or has left, is waited for by nobody', () => {
  const c = three().tell('acknowledgement.takenBack', takenBack);
  c.consent('h1', 'contact')
    .consent('r1', 'contact')
    .tell('consent.refused', { participantId: 'r2', purpose: 'contact' });
  expect(c.whyNot('suitability.decided', { processId: 'p1', suitable: true, reason: 'why' })).toEqual([]);
});
