// When records are due and what a hold keeps: the same function answers the dry run and the run.
import type { Facts } from '#libs/case';
import { defaultClasses } from '../record-classes/defaults.js';
import { planOf, type HeldCase, type HeldPerson } from './due.js';
import { ageBandOn } from './retention.js';

const facts = (age: string, more: object = {}): Facts =>
  ({
    people: { participants: { p: { age, role: 'harmed' } } },
    consent: { consents: {} },
    processes: {},
    referral: { offers: {} },
    ...more,
  }) as unknown as Facts;
const person = (more: Partial<HeldPerson['parts'][number]> = {}, bornOn: string | null = '1980-05-01'): HeldPerson => ({
  personId: 'x',
  bornOn,
  parts: [
    {
      caseId: 'c',
      participantId: 'p',
      closedAt: '2020-03-01T10:00:00.000Z',
      lastContact: '2020-02-01T10:00:00.000Z',
      facts: facts('adult'),
      ...more,
    },
  ],
});
const classes = defaultClasses('Northfold');
const at = (day: string) => `${day}T12:00:00.000Z`;
const due = (people: HeldPerson[], day: string, cases: HeldCase[] = []) =>
  planOf(classes, people, cases, [], at(day)).due.map((one) => `${one.class} ${one.id}`);

test('who somebody is goes so many years after the last of their cases closed, and not a day before', () => {
  expect(due([person()], '2027-02-28')).toEqual([]);
  expect(due([person()], '2027-03-02')).toEqual(['identity x']);
  const again = {
    ...person().parts[0],
    caseId: 'd',
    closedAt: '2026-01-01T00:00:00.000Z',
  } as HeldPerson['parts'][number];
  expect(due([{ ...person(), parts: [...person().parts, again] }], '2027-03-02')).toEqual([]);
});

test('while a case is open, nobody in it is due', () => {
  expect(due([person({ closedAt: null })], '2099-01-01')).toEqual([]);
});

test('a child is kept until the later of two periods, and for good while a birth date is not held', () => {
  const child = (bornOn: string | null) => person({ facts: facts('underSixteen') }, bornOn);
  expect(due([child('2006-01-01')], '2030-06-01')).toEqual([]);
  expect(due([child('2006-01-01')], '2031-01-02')).toEqual(['identityOfChild x']);
  expect(due([child('1999-01-01')], '2029-01-01')).toEqual([]);
  expect(due([child(null)], '2099-01-01')).toEqual([]);
});

test('somebody who said no shrinks as soon as their case is closed', () => {
  const refused = facts('adult', { consent: { consents: { 'p|contact|-|-': { answer: 'refused' } } } });
  expect(due([person({ facts: refused })], '2020-03-02')).toEqual(['declined x']);
  const offered = facts('adult', { referral: { offers: { p: { answer: 'no' } } } });
  expect(due([person({ facts: offered })], '2020-03-02')).toEqual(['declined x']);
  const met = facts('adult', {
    consent: { consents: { 'p|contact|-|-': { answer: 'refused' } } },
    processes: { one: { conference: { held: [{ attended: ['p'] }] }, communication: { of: {} } } },
  });
  expect(due([person({ facts: met })], '2020-03-02')).toEqual([]);
  const written = facts('adult', {
    consent: { consents: { 'p|prepare|one|-': { answer: 'refused' } } },
    processes: {
      two: { conference: { held: [] }, communication: { of: { c: { from: 'p', to: 'q', passedAt: 'x' } } } },
    },
  });
  expect(due([person({ facts: written })], '2020-03-02')).toEqual([]);
});

test('somebody who was named by mistake is kept no longer than somebody who said no', () => {
  const mistaken = facts('adult', {
    people: { participants: { p: { age: 'adult', role: 'responsible', leftBecause: 'wronglyNamed' } } },
  });
  expect(due([person({ facts: mistaken })], '2020-03-02')).toEqual(['declined x']);
});

test('words and messages of a case go by their own period; notes about safety stay until the service sets one', () => {
  const closed: HeldCase = {
    caseId: 'c',
    personIds: ['x'],
    closedAt: '2020-03-01T10:00:00.000Z',
    lastContact: null,
    holds: ['words', 'safeguardingWords', 'messages'],
  };
  expect(due([], '2027-03-02', [closed])).toEqual(['words c', 'messages c']);
});

test.each([
  ['the person', { personId: 'x', caseId: null, class: null }],
  ['a case they are in', { personId: null, caseId: 'c', class: null }],
  ['the class', { personId: null, caseId: null, class: 'identity' as const }],
])('a hold on %s keeps what is due, and says that it does', (_what, on) => {
  const { due: gone, held } = planOf(classes, [person()], [], [{ id: 'h', ...on }], at('2030-01-01'));
  expect(gone).toEqual([]);
  expect(held).toMatchObject([{ class: 'identity', id: 'x', holds: ['h'] }]);
  const other = { id: 'h', personId: 'y', caseId: null, class: null };
  expect(planOf(classes, [person()], [], [other], at('2030-01-01')).held).toEqual([]);
});

test('an age band is that of the day, birthdays included', () => {
  expect(ageBandOn('2008-03-02', '2026-03-01')).toBe('10to17');
  expect(ageBandOn('2008-03-01', '2026-03-01')).toBe('18to64');
});
