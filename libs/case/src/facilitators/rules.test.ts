// Who may take which duty on a case, and who may override (R41, R42, R44, R46).
import { standing, ToldCase } from '../../../../test/harness/case/told-case.js';
import type { OffenceKind } from '../vocabulary/risk.js';
import type { Standing } from './facts.js';

/** Somebody who has declared that they are not connected; registered and supervised as of January 2026. */
const declared = (kind: OffenceKind = 'theft'): ToldCase =>
  new ToldCase(undefined, { offences: [{ offenceId: 'o1', kind }] })
    .tell('facilitator.asked', { staffId: 'new', duty: 'lead' }, 'coordinator')
    .tell('conflict.declared', { staffId: 'new', connected: false }, 'new');
const assign = (more: Partial<Standing> = {}) =>
  ({ staffId: 'new', duty: 'lead', standing: { ...standing, ...more } }) as const;

test.each([
  ['R41: Foundation does not lead', { level: 'Foundation' }, 'theft', ['facilitatorFit level:Foundation']],
  ['R41: registration has run out', { registeredUntil: '2026-01-01' }, 'theft', ['facilitatorFit registration']],
  ['R41: registration is not known', { registeredUntil: null }, 'theft', ['facilitatorFit registration']],
  [
    'R44: supervision is older than twelve weeks',
    { supervisedOn: '2025-10-01' },
    'theft',
    ['facilitatorFit supervision'],
  ],
  ['R44: supervision of eleven weeks ago still counts', { supervisedOn: '2025-10-20' }, 'theft', []],
  ['R46: the caseload is full', { points: 9, caseloadLimit: 9 }, 'theft', ['facilitatorFit caseload']],
  ['R46: a sensitive case counts for two', { points: 8, caseloadLimit: 9 }, 'sexual', ['facilitatorFit caseload']],
  [
    'R41: a sensitive case asks for its training',
    { level: 'Intermediate', training: [] },
    'sexual',
    ['facilitatorFit training:sensitive'],
  ],
  [
    'R41: Foundation has no duty in a sensitive case',
    { level: 'Foundation' },
    'sexual',
    ['facilitatorFit level:Foundation'],
  ],
  ['they are away', { available: false }, 'theft', ['facilitatorFit availability']],
  ['everything fits', {}, 'sexual', []],
] as [string, Partial<Standing>, OffenceKind, string[]][])('%s', (_says, more, kind, expected) => {
  expect(declared(kind).whyNot('facilitator.assigned', assign(more), 'coordinator')).toEqual(expected);
});

test('R42: nobody is assigned before declaring, and nobody who is connected, not even by a manager', () => {
  const c = new ToldCase().tell('facilitator.asked', { staffId: 'new', duty: 'lead' }, 'coordinator');
  expect(c.whyNot('facilitator.assigned', assign(), 'coordinator')).toEqual(['declaration new']);
  c.tell('conflict.declared', { staffId: 'new', connected: true }, 'new');
  expect(c.whyNot('facilitator.assigned', { ...assign(), override: { reason: 'why' } }, 'manager')).toEqual([
    'declaration new',
  ]);
});

test('R42: nobody declares for another, and a connection found later ends the part', () => {
  const c = declared().tell('facilitator.assigned', assign(), 'coordinator');
  expect(c.whyNot('conflict.declared', { staffId: 'new', connected: false }, 'coordinator')).toEqual([
    'unsound staffId',
  ]);
  c.tell('conflict.declared', { staffId: 'new', connected: true }, 'new');
  expect(c.stored.facts.facilitators.assigned['new']).toBeUndefined();
});

test('R41: what a facilitator lacks is overridden with a reason', () => {
  const c = declared();
  expect(
    c.whyNot('facilitator.assigned', { ...assign({ level: 'Foundation' }), override: { reason: 'why' } }, 'manager'),
  ).toEqual([]);
});

test('a new lead ends the part of the earlier one at that event', () => {
  const c = declared().tell('facilitator.assigned', assign(), 'coordinator');
  expect(Object.keys(c.stored.facts.facilitators.assigned).toSorted()).toEqual(['new', 'supervisor']);
});
