// A person's part in a process says what is asked of them there, and whoever is with somebody stays with them (R81, R83, R86).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const member = (participantId: string, part: 'harmed' | 'responsible' | 'supporter', of?: string) => ({
  participantId,
  part,
  ...(of === undefined ? {} : { of }),
});

test('R86: whoever was harmed in one process and is responsible in another acknowledges, and is confirmed, for the other', () => {
  const c = two();
  expect(c.whyNot('identity.confirmed', { participantId: 'h1' })).toEqual(['unsound participantId']);
  c.tell('process.opened', { processId: 'p2', members: [member('r1', 'harmed'), member('h1', 'responsible')] });
  c.consent('h1', 'contact').consent('r1', 'contact');
  const suitable = { processId: 'p2', suitable: true, reason: 'why' } as const;
  expect(c.whyNot('suitability.decided', suitable)).toEqual(['acknowledgement h1']);
  c.tell('acknowledgement.recorded', { participantId: 'h1', how: 'said' }).tell('suitability.decided', suitable);
  c.tell('identity.confirmed', { participantId: 'h1' });
});

test('R81: a process names each person once', () => {
  const members = [member('h1', 'harmed'), member('h1', 'supporter', 'h1')];
  expect(two().whyNot('process.opened', { processId: 'p2', members })).toEqual(['unsound members']);
  const split = { processId: 'p1', newProcessId: 'p2', move: ['h1'], also: ['h1'] };
  expect(two().whyNot('process.split', split)).toEqual(['unsound move']);
});

test('R81, R83: in a split nobody is parted from whom they are with', () => {
  const c = two().join('h2', 'harmed').join('s2', 'supporter', { supports: 'h2' });
  const split = { processId: 'p1', newProcessId: 'p2', also: ['r1'] };
  expect(c.whyNot('process.split', { ...split, move: ['h2'] })).toEqual(['companion s2']);
  expect(c.whyNot('process.split', { ...split, move: ['s2'] })).toEqual(['companion s2']);
  expect(c.whyNot('process.split', { ...split, move: ['h2', 's2'] })).toEqual([]);
});

test('R81: nobody joins a process to be with a person of another', () => {
  const c = two().join('h2', 'harmed');
  c.tell('process.opened', { processId: 'p2', members: [member('h2', 'harmed'), member('r1', 'responsible')] });
  const joins = {
    participantId: 's1',
    personId: 's',
    role: 'supporter',
    supports: 'h1',
    age: 'adult',
    approach: 'agreed',
  } as const;
  expect(c.whyNot('participant.joined', { ...joins, processId: 'p2' })).toEqual(['unknown supports']);
  expect(c.whyNot('participant.joined', { ...joins, processId: 'p1' })).toEqual([]);
});

test('R83: a supporter comes with whom they support: one who withdraws takes theirs along, and the others go on', () => {
  const people = ['h1', 'h2', 'r1', 's1'];
  const c = two().join('h2', 'harmed').join('s1', 'supporter', { supports: 'h1' });
  for (const id of ['h1', 'h2', 'r1']) c.consent(id, 'attendance', { processId: 'p1', about: 's1' });
  c.prepare('faceToFace', people);
  const b = { processId: 'p1', bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z' };
  expect(c.whyNot('conference.booked', { ...b, attendees: ['h2', 'r1', 's1'] })).toEqual(['companion s1']);
  c.book(people, 20).tell('consent.withdrawn', {
    participantId: 'h1',
    purpose: 'takePart',
    processId: 'p1',
    about: 'faceToFace',
  });
  expect([c.place(), c.process().conference.booking?.attendees]).toEqual([{ conference: 'booked' }, ['h2', 'r1']]);
  expect(c.told()).toEqual(['h2: attendeesChanged', 'r1: attendeesChanged', 's1: meetingOff']);
});
