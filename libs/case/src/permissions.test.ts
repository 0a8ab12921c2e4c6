// The permissions page as a table: each position on a case, and the events it may tell; nobody by default.
import { decide } from './decide.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import { may, permissions } from './permissions.js';
import type { Actor } from './positions.js';
import { aCaseAt, settings, team } from '../../../test/simulation/case-at-door.js';
import { checkpoints, type Checkpoint } from './vocabulary/safeguarding.js';

const { facts } = aCaseAt('resume', { kind: 'sexual' }).stored; // in session, so that whoever attends may pause it (R40)
const stamp = { at: '2026-12-01T09:00:00Z', by: 'x' };
const event = (type: EventType, more: object = {}): CaseEvent =>
  ({ ...stamp, type, participantId: 'h', checkpoint: 'referral', ...more }) as CaseEvent;
const events = Object.keys(permissions) as EventType[];
const tells = (actor: Actor, f: Facts = facts) => events.filter((type) => may(actor, event(type), f));
const person: Actor = { kind: 'participant', id: 'ph', serviceId: 's' };

test('a person tells of themselves only: what they give, put off, refuse, withdraw and wish', () => {
  expect(tells(person)).toEqual([
    'initiative.recorded',
    'safeContact.recorded',
    'needs.recorded',
    'preference.stated',
    'consent.given',
    'consent.refused',
    'consent.deferred',
    'consent.withdrawn',
    'consent.reconfirmed',
    'concern.raised',
    'readiness.stated',
    'session.paused',
    'words.agreed',
    'words.receiptNoted',
  ]);
  // a worry and a pause are anybody's (R37, R40)
  expect(events.filter((type) => may(person, event(type, { participantId: 'r' }), facts))).toEqual([
    'concern.raised',
    'session.paused',
  ]);
});

test('the worker sends what is queued and lets deadlines pass, and nothing else', () => {
  expect(tells({ kind: 'clock', id: 'clock', serviceId: 's' })).toEqual(['notice.sent', 'deadline.passed']);
});

test.each<[string, Actor]>([
  ['a facilitator who is not on the case', { kind: 'staff', id: 'other', serviceId: 's', roles: ['facilitator'] }],
  ['a member of staff without a role', { kind: 'staff', id: 'other', serviceId: 's', roles: [] }],
  ['staff of another service', { ...team.safeguardingLead, serviceId: 'elsewhere' } as Actor],
  ['the worker of another service', { kind: 'clock', id: 'clock', serviceId: 'elsewhere' }],
  ['a person of no case', { kind: 'participant', id: 'nobody', serviceId: 's' }],
])('%s may tell it nothing', (_says, actor) => {
  expect(tells(actor)).toEqual([]);
});

test.each([
  ['concern.decided', ['safeguardingLead']],
  ['flag.cleared', ['supervisor', 'safeguardingLead']],
  ['suitability.decided', ['lead', 'supervisor']],
  ['facilitator.assigned', ['manager', 'coordinator']],
  ['process.chosen', ['lead']],
  ['preparation.begun', ['lead']],
  ['conference.begun', ['lead', 'coFacilitator']],
  ['words.secondChecked', ['coFacilitator', 'supervisor', 'safeguardingLead']],
  ['case.reopened', ['safeguardingLead', 'manager', 'coordinator']],
  ['concern.raised', ['lead', 'coFacilitator', 'supervisor', 'safeguardingLead', 'manager', 'coordinator']],
  ['risk.informed', ['lead', 'coFacilitator', 'supervisor', 'safeguardingLead', 'manager', 'coordinator']],
] as [EventType, string[]][])('%s is for %s', (type, who) => {
  expect(
    Object.entries(team)
      .filter(([, actor]) => may(actor, event(type), facts))
      .map(([name]) => name),
  ).toEqual(who);
});

test.each(Object.keys(checkpoints) as Checkpoint[])(
  '%s is signed by those its row names, and by nobody else',
  (checkpoint) => {
    const signers = new Set<string>(
      checkpoints[checkpoint].signedBy.flatMap((s) => (s === 'facilitator' ? ['lead', 'coFacilitator'] : [s])),
    );
    const may2 = Object.entries(team).filter(([, actor]) =>
      may(actor, event('checkpoint.passed', { checkpoint }), facts),
    );
    expect(may2.map(([name]) => name).toSorted()).toEqual([...signers].toSorted());
  },
);

test('only a manager overrides what a facilitator lacks (R41)', () => {
  const override = event('facilitator.assigned', { override: { reason: 't' } });
  expect([may(team.manager, override, facts), may(team.coordinator, override, facts)]).toEqual([true, false]);
});

test('who was only asked to declare may declare, and nothing more (R42)', () => {
  const asked = { ...stamp, type: 'facilitator.asked' as const, staffId: 'new', duty: 'coFacilitator' as const };
  const decided = decide(aCaseAt('begin').stored, asked, settings);
  const newcomer: Actor = { kind: 'staff', id: 'new', serviceId: 's', roles: ['facilitator'] };
  expect(decided.ok && tells(newcomer, decided.next.facts)).toEqual(['conflict.declared']);
});
