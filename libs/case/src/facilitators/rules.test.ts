// Who may take which duty on a case, and who may override (R41, R42, R44, R46).
import { seasoned, type Said } from '../../../../test/scenario/answer-blocker.js';
import { ACase, team, type Begins } from '../../../../test/simulation/case-at-door.js';
import type { Duty } from '../vocabulary/people.js';
import type { Standing } from './facts.js';

const { lead, coordinator, manager } = team;
const named = (all: readonly { rule: string; about: string }[]) => all.map((b) => `${b.rule} ${b.about}`);
const assign = (standing: Standing, duty: Duty = 'lead', by = coordinator): Said => ({
  by,
  type: 'facilitator.assigned',
  staffId: 'lead',
  duty,
  standing,
});
const declared = (begins: Begins = {}): ACase =>
  new ACase(begins)
    .say({ by: coordinator, type: 'facilitator.asked', staffId: 'lead', duty: 'lead' })
    .say({ by: lead, type: 'conflict.declared', staffId: 'lead', connected: false });
const sensitive: Begins = { kind: 'sexual' };

test.each([
  ['R41: Foundation does not lead', { level: 'Foundation' }, {}, ['facilitatorFit level:Foundation']],
  ['R41: registration has run out', { registeredUntil: '2026-01-01' }, {}, ['facilitatorFit registration']],
  ['R41: registration is not known', { registeredUntil: null }, {}, ['facilitatorFit registration']],
  ['R44: supervision is older than twelve weeks', { supervisedOn: '2026-08-01' }, {}, ['facilitatorFit supervision']],
  ['R44: supervision of eleven weeks ago still counts', { supervisedOn: '2026-08-17' }, {}, []],
  ['R46: the caseload is full', { points: 9, capacity: 9 }, {}, ['facilitatorFit caseload']],
  ['R46: a sensitive case counts for two', { points: 8, capacity: 9 }, sensitive, ['facilitatorFit caseload']],
  [
    'R41: a sensitive case asks for its training',
    { level: 'Intermediate', training: [] },
    sensitive,
    ['facilitatorFit training:sensitive'],
  ],
  [
    'R41: Foundation has no duty in a sensitive case',
    { level: 'Foundation', training: ['sensitive'] },
    sensitive,
    ['facilitatorFit level:Foundation'],
  ],
  ['they are away', { available: false }, {}, ['facilitatorFit availability']],
  ['everything fits', {}, sensitive, []],
] as [string, Partial<Standing>, Begins, string[]][])('%s', (_says, standing, begins, expected) => {
  expect(named(declared(begins).tell(assign({ ...seasoned, ...standing })))).toEqual(expected);
});

test('R42: nobody is assigned before declaring, and nobody who is connected, not even by a manager', () => {
  const c = new ACase().say({ by: coordinator, type: 'facilitator.asked', staffId: 'lead', duty: 'lead' });
  expect(named(c.tell(assign(seasoned)))).toEqual(['declaration lead']);
  c.say({ by: lead, type: 'conflict.declared', staffId: 'lead', connected: true });
  expect(named(c.tell({ ...assign(seasoned, 'lead', manager), override: { reason: 't' } } as Said))).toEqual([
    'declaration lead',
  ]);
});

test('R42: a connection found later ends the part', () => {
  const c = declared()
    .say(assign(seasoned))
    .say({ by: lead, type: 'conflict.declared', staffId: 'lead', connected: true });
  expect(c.stored.facts.facilitators.assigned).toEqual({});
});

test('R41: a manager overrides with a reason; a coordinator does not', () => {
  const override = {
    ...assign({ ...seasoned, level: 'Foundation' }, 'lead', manager),
    override: { reason: 't' },
  } as Said;
  expect(() => declared().tell({ ...override, by: coordinator })).toThrow('may not');
  expect(declared().tell(override)).toEqual([]);
});

test('a new lead ends the part of the earlier one at that event', () => {
  const c = declared().say(assign(seasoned));
  const next = team.supervisor;
  c.say({ by: coordinator, type: 'facilitator.asked', staffId: next.id, duty: 'lead' });
  c.say({ by: next, type: 'conflict.declared', staffId: next.id, connected: false });
  c.say({ by: coordinator, type: 'facilitator.assigned', staffId: next.id, duty: 'lead', standing: seasoned });
  expect(Object.keys(c.stored.facts.facilitators.assigned)).toEqual([next.id]);
  expect(() => c.tell({ by: lead, type: 'preparation.begun' })).toThrow('may not');
});
