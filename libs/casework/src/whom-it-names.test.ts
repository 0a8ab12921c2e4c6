// Whom an event names: a participant can name nobody but themselves (R67).
import { NO_ID, type Actor } from '#libs/case';
import { ToldCase } from '../../../test/harness/case/told-case.js';
import { withProcess } from './which-process.js';
import { withKnownPerson } from './whom-it-names.js';

const lead: Actor = { kind: 'staff', id: 'lead', serviceId: 'service', roles: ['facilitator'] };
const asked: Actor = { ...lead, id: 'asked' };
const person = (id: string): Actor => ({ kind: 'participant', id: `person-${id}`, serviceId: 'service' });
const told = new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const { facts } = told.tell('facilitator.asked', { staffId: 'asked', duty: 'coFacilitator' }, 'coordinator').stored;
const worry = { type: 'concern.raised', concernId: 'k', text: 't' } as const;
const whom = (actor: Actor, about: string): unknown =>
  (withKnownPerson(actor, { ...worry, about }, facts) as { about?: unknown }).about;

test('another person in the case is to a participant as one who does not exist; staff name anybody', () => {
  expect([whom(person('h1'), 'h1'), whom(person('h1'), 'r1'), whom(person('h1'), 'nobody')]).toEqual([
    'h1',
    NO_ID,
    NO_ID,
  ]);
  expect([whom(lead, 'r1'), whom(lead, 'nobody')]).toEqual(['r1', 'nobody']);
});

test('staff who were only asked name nobody in the case, and none of its processes (R42)', () => {
  expect([whom(asked, 'h1'), whom(asked, 'nobody')]).toEqual([NO_ID, NO_ID]);
  const which = (processId: string) => withProcess(asked, { ...worry, processId }, facts).processId;
  expect([which('p1'), which('p2')]).toEqual([NO_ID, NO_ID]);
});

test('a concern about nobody alone stays as it is', () => {
  expect(withKnownPerson(person('h1'), worry, facts)).toBe(worry);
});
