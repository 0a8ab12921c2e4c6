// The permissions page as a table: each position on a case, and the events it may tell; nobody by default.
import { ToldCase } from '../../../test/harness/case/told-case.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import { caseActs, may, mayAct, permissions, type CaseAct } from './permissions.js';
import type { Actor } from './positions.js';
import type { StaffRole } from './vocabulary/people.js';
import { checkpoints, type Checkpoint } from './vocabulary/safeguarding.js';

const staff = (id: string, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, serviceId: 'service', roles });
const team = {
  lead: staff('lead', 'facilitator'),
  coFacilitator: staff('co', 'facilitator'),
  supervisor: staff('supervisor', 'facilitator'),
  safeguardingLead: staff('safe', 'safeguardingLead'),
  manager: staff('man', 'manager'),
  coordinator: staff('coord', 'coordinator'),
};
/** In session, so that whoever attends may pause it (R40); what safeguarding stopped, and what the team paused. */
const inSession = (): ToldCase =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .book(['h1', 'r1'])
    .onTheDay()
    .begin(['h1', 'r1'])
    .assign('co', 'coFacilitator');
const { facts } = inSession().stored;
const stamp = { at: '2026-12-01T09:00:00Z', by: 'x' };
const event = (type: EventType, more: object = {}): CaseEvent =>
  ({ ...stamp, type, participantId: 'h1', checkpoint: 'referral', ...more }) as CaseEvent;
const events = Object.keys(permissions) as EventType[];
const tells = (actor: Actor, f: Facts = facts) => events.filter((type) => may(actor, event(type), f));
const person: Actor = { kind: 'participant', id: 'person-h1', serviceId: 'service' };

test('a person tells of themselves only: what they give, put off, refuse, withdraw, take back and wish', () => {
  expect(tells(person).toSorted()).toEqual(
    [
      'acknowledgement.takenBack',
      'initiative.recorded',
      'safeContact.recorded',
      'needs.recorded',
      'preference.stated',
      'help.asked',
      'consent.given',
      'consent.refused',
      'consent.deferred',
      'consent.withdrawn',
      'consent.reconfirmed',
      'concern.raised',
      'readiness.stated',
      'session.steppedOut',
      'session.paused',
      'communication.agreed',
      'communication.takenBack',
      'communication.receiptNoted',
    ].toSorted(),
  );
  // a worry and a pause are anybody's (R37, R40)
  expect(events.filter((type) => may(person, event(type, { participantId: 'r1' }), facts))).toEqual([
    'concern.raised',
    'session.paused',
  ]);
});

test('the service itself takes in what people send of themselves, sends what is queued and lets deadlines pass, and nothing else', () => {
  expect(tells({ kind: 'clock', id: 'clock', serviceId: 'service' })).toEqual([
    'case.opened',
    'participant.joined',
    'words.received',
    'flag.set',
    'concern.raised',
    'notice.sent',
    'deadline.passed',
  ]);
});

test.each<[string, Actor]>([
  ['a member of staff without a role', staff('other')],
  ['staff of another service', { ...team.safeguardingLead, serviceId: 'elsewhere' }],
  ['the worker of another service', { kind: 'clock', id: 'clock', serviceId: 'elsewhere' }],
  ['a person of no case', { kind: 'participant', id: 'nobody', serviceId: 'service' }],
])('%s may tell it nothing', (_says, actor) => {
  expect(tells(actor)).toEqual([]);
});

test('R37: a facilitator for whom a case is found without working on it raises a concern, and does nothing else', () => {
  expect(tells(staff('other', 'facilitator'))).toEqual(['concern.raised']);
  expect(Object.keys(caseActs).filter((act) => mayAct(staff('other', 'facilitator'), act as CaseAct, facts))).toEqual(
    [],
  );
  const connected = inSession().tell('conflict.declared', { staffId: 'other', connected: true }, 'other');
  expect(tells(staff('other', 'facilitator'), connected.stored.facts)).toEqual([]);
});

const anyStaff = ['lead', 'coFacilitator', 'supervisor', 'safeguardingLead', 'manager', 'coordinator'];
test.each([
  ['concern.decided', ['safeguardingLead']],
  ['flag.cleared', ['supervisor', 'safeguardingLead']],
  ['suitability.decided', ['lead', 'supervisor']],
  ['facilitator.assigned', ['manager', 'coordinator']],
  ['process.opened', ['lead', 'manager', 'coordinator']],
  ['process.split', ['lead']],
  ['process.typeChosen', ['lead']],
  ['process.ended', ['lead', 'safeguardingLead', 'manager', 'coordinator']],
  ['preparation.begun', ['lead']],
  ['conference.begun', ['lead', 'coFacilitator']],
  ['conference.recorded', ['lead', 'coFacilitator']],
  ['deviation.reviewed', ['supervisor', 'safeguardingLead']],
  ['communication.secondChecked', ['coFacilitator', 'supervisor', 'safeguardingLead']],
  ['channel.cleared', ['safeguardingLead']],
  ['case.reopened', ['safeguardingLead', 'manager', 'coordinator']],
  ['concern.raised', anyStaff],
  ['risk.informed', anyStaff],
] as [EventType, string[]][])('%s is for %s', (type, who) => {
  const found = Object.entries(team).filter(([, actor]) => may(actor, event(type), facts));
  expect(found.map(([name]) => name)).toEqual(who);
});

test.each(Object.keys(checkpoints) as Checkpoint[])(
  '%s is signed by those its row names, and by nobody else',
  (checkpoint) => {
    const signers = new Set<string>(
      checkpoints[checkpoint].signedBy.flatMap((s) => (s === 'facilitator' ? ['lead', 'coFacilitator'] : [s])),
    );
    for (const type of ['checkpoint.passed', 'checkpoint.refused'] as const) {
      const found = Object.entries(team).filter(([, actor]) => may(actor, event(type, { checkpoint }), facts));
      expect(found.map(([name]) => name).toSorted()).toEqual([...signers].toSorted());
    }
  },
);

test('R41: only a manager overrides what a facilitator lacks', () => {
  const override = event('facilitator.assigned', { override: { reason: 't' } });
  expect([may(team.manager, override, facts), may(team.coordinator, override, facts)]).toEqual([true, false]);
});

test('R37, R84: what safeguarding stopped only the safeguarding lead lets go on; a pause of the team is ended by the team', () => {
  const c = inSession()
    .tell('case.paused', { pauseId: 'pause', reason: 'why' })
    .tell('concern.raised', { concernId: 'worry', text: 't' });
  c.tell('concern.decided', { concernId: 'worry', decision: 'pause', reason: 'why' }, 'safe');
  const lifts = (freezeId: string): string[] =>
    Object.entries(team)
      .filter(([, actor]) => may(actor, event('freeze.lifted', { freezeId }), c.stored.facts))
      .map(([name]) => name);
  expect(lifts('worry')).toEqual(['safeguardingLead']);
  expect(lifts('pause')).toEqual(['lead', 'supervisor', 'safeguardingLead']);
});

test('R37, R42: who was only asked to declare may declare and raise a concern, and nothing more', () => {
  const c = inSession().tell('facilitator.asked', { staffId: 'new', duty: 'supervisor' }, 'coord');
  expect(tells(staff('new', 'facilitator'), c.stored.facts)).toEqual(['concern.raised', 'conflict.declared']);
});
