// What opens a door that safeguarding keeps shut is signed by the safeguarding lead, with source and reason; a flag comes back with new grounds (R4, R7, R34).
import { standing, ToldCase } from '../../../../test/harness/case/told-case.js';
import { may } from '../permissions.js';
import type { CaseEvent, EventType } from '../facts.js';
import type { Actor } from '../positions.js';
import type { StaffRole } from '../vocabulary/people.js';
import { flagsOf } from './flags.js';

const staff = (id: string, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, serviceId: 'service', roles });
const lead = staff('lead', 'facilitator');
const supervisor = staff('supervisor', 'facilitator');
const coordinator = staff('coord', 'coordinator');
const safeguarding = staff('safe', 'safeguardingLead');
const everybody = [lead, supervisor, coordinator, safeguarding];
const who = (c: ToldCase, said: object): string[] =>
  everybody
    .filter((actor) => may(actor, { ...said, at: c.now(), by: actor.id } as CaseEvent, c.stored.facts))
    .map(({ id }) => id);

const grounds = { source: 'Her advocate', reason: 't' };
test('R4: that a person after abuse asked for it is signed by the safeguarding lead, with source and reason', () => {
  const c = new ToldCase(undefined, { initiator: 'responsible', flags: ['domesticAbuse'] }).add('h1', 'harmed');
  const asked = { type: 'initiative.recorded', participantId: 'h1', ...grounds };
  expect(who(c, asked)).toEqual(['safe']);
  expect(c.whyNot('initiative.recorded', { participantId: 'h1' }, 'safe')).toEqual([
    'unsound source',
    'unsound reason',
  ]);
  expect(c.whyNot('initiative.recorded', { participantId: 'h1', ...grounds }, 'safe')).toEqual([]);
  // she says it herself, and nobody asks her for grounds
  expect(c.whyNot('initiative.recorded', { participantId: 'h1' }, 'person-h1')).toEqual([]);
});

test('R4, R36: a flag of abuse is taken away by the safeguarding lead alone, another also by the supervisor', () => {
  const c = new ToldCase(undefined, { flags: ['stalking', 'hate'] });
  expect(who(c, { type: 'flag.cleared', flag: 'stalking', reason: 't' })).toEqual(['safe']);
  expect(who(c, { type: 'flag.cleared', flag: 'hate', reason: 't' })).toEqual(['supervisor', 'safe']);
});

test('R7: whoever objected is opened to contact by the safeguarding lead alone, with source and reason', () => {
  const c = new ToldCase().add('h1', 'harmed', { approach: 'objected' }).add('h2', 'harmed', { approach: 'unknown' });
  const agrees = { type: 'approach.confirmed', basis: 'agreed' };
  expect(who(c, { ...agrees, participantId: 'h1', ...grounds })).toEqual(['safe']);
  expect(who(c, { ...agrees, participantId: 'h2' })).toEqual(['coord', 'safe']);
  const bare = { participantId: 'h1', basis: 'agreed' } as const;
  expect(c.whyNot('approach.confirmed', bare, 'safe')).toEqual(['unsound source', 'unsound reason']);
  expect(c.whyNot('approach.confirmed', { ...bare, ...grounds }, 'safe')).toEqual([]);
  expect(c.whyNot('approach.confirmed', { participantId: 'h2', basis: 'agreed' }, 'coord')).toEqual([]);
});

test('R7: whoever objected, or is not invited, is not got past by adding them again on another basis', () => {
  const c = new ToldCase().add('h1', 'harmed', { approach: 'objected' }).add('h2', 'harmed');
  // Whoever is in the case is refused as already there as well; this rule holds for those who left, too.
  const again = (personId: string, approach: 'agreed' | 'asked' | 'objected') =>
    c
      .whyNot(
        'participant.joined',
        { participantId: 'h9', personId, role: 'harmed', age: 'adult', approach },
        'coordinator',
      )
      .filter((blocker) => blocker.startsWith('approachBasis'));
  expect(again('person-h1', 'agreed')).toEqual(['approachBasis h9']);
  expect(again('person-h1', 'asked')).toEqual(['approachBasis h9']);
  expect(again('person-h1', 'objected')).toEqual([]);
  expect(again('person-h2', 'agreed')).toEqual([]);
  c.tell('approach.confirmed', { participantId: 'h1', basis: 'agreed', ...grounds }, 'safe');
  expect(again('person-h1', 'agreed')).toEqual([]);
  c.tell('invitation.decided', { participantId: 'h2', invite: false, reason: 't' }, 'coordinator');
  expect(again('person-h2', 'asked')).toEqual(['approachBasis h9']);
});

test('R34: a cleared flag comes back with another child, and not with anybody else', () => {
  const c = new ToldCase().add('h1', 'harmed', { age: 'underSixteen' });
  c.tell('flag.cleared', { flag: 'childVictim', reason: 't' }, 'supervisor');
  expect(flagsOf(c.stored.facts)).toEqual([]);
  c.add('s1', 'supporter', { supports: 'h1' }).tell('age.confirmed', { participantId: 's1', age: 'underSixteen' });
  expect(flagsOf(c.stored.facts)).toEqual([]);
  c.add('h2', 'harmed', { age: 'unknown' });
  expect(flagsOf(c.stored.facts)).toEqual([]);
  c.tell('age.confirmed', { participantId: 'h2', age: 'sixteenOrSeventeen' });
  expect(flagsOf(c.stored.facts)).toEqual(['childVictim']);
});

test('R33: risk found high again is high again, whatever was cleared between', () => {
  const c = new ToldCase().join('h1', 'harmed');
  c.assess('h1', 'high');
  expect(flagsOf(c.stored.facts)).toEqual(['highRisk']);
  c.tell('flag.cleared', { flag: 'highRisk', reason: 't' }, 'supervisor');
  expect(flagsOf(c.stored.facts)).toEqual([]);
  c.assess('h1', 'high');
  expect(flagsOf(c.stored.facts)).toEqual(['highRisk']);
});

const onTheDay = (c: ToldCase) =>
  c.prepare('faceToFace', ['h1', 'r1']).book(['h1', 'r1']).goTo('2026-01-08T08:00:00.000Z');
const dayOf = { checkpoint: 'dayOf', processId: 'p1' } as const;
test('R33: whoever holds a meeting alone does not sign for it on the day; a colleague of the office can', () => {
  const solo = onTheDay(new ToldCase().join('h1', 'harmed').join('r1', 'responsible'));
  // the assessments were taken over by somebody else: what counts is who holds the meeting
  solo.assess('h1', 'low', 'supervisor').assess('r1', 'low', 'supervisor');
  expect(solo.whyNot('checkpoint.passed', dayOf, 'lead')).toEqual(['author dayOf']);
  expect(solo.whyNot('checkpoint.passed', dayOf, 'coord')).toEqual([]);
  expect(
    may(coordinator, { type: 'checkpoint.passed', ...dayOf, at: solo.now(), by: 'coord' }, solo.stored.facts),
  ).toBe(true);
  const two = onTheDay(new ToldCase().join('h1', 'harmed').join('r1', 'responsible').assign('co', 'coFacilitator'));
  two.assess('h1', 'low', 'supervisor').assess('r1', 'low', 'supervisor');
  expect(two.whyNot('checkpoint.passed', dayOf, 'lead')).toEqual([]);
});

test('R4, R7, R41: whoever facilitates a case is not its safeguarding lead besides, and overrides nothing of their own', () => {
  const c = new ToldCase('2026-01-05T09:00:00.000Z', { flags: ['domesticAbuse'] });
  const both = staff('lead', 'facilitator', 'safeguardingLead', 'manager');
  const said = (type: EventType, more: object) => ({ type, at: c.now(), by: 'lead', ...more }) as CaseEvent;
  const asks = said('flag.cleared', { flag: 'domesticAbuse', reason: 't' });
  expect([may(both, asks, c.stored.facts), may(staff('safe', 'safeguardingLead'), asks, c.stored.facts)]).toEqual([
    false,
    true,
  ]);
  const decides = said('concern.decided', { concernId: 'k', decision: 'continue', reason: 't' });
  expect(may(both, decides, c.stored.facts)).toBe(false);
  const override = { staffId: 'lead', duty: 'lead', standing, override: { reason: 't' } } as const;
  expect(c.whyNot('facilitator.assigned', override, 'lead')).toEqual(['author lead']);
  expect(c.whyNot('facilitator.assigned', override, 'manager')).toEqual([]);
});

test('R37: whoever is asked to take a case, and sees only that it is there, may raise a concern about it', () => {
  const c = new ToldCase().tell('facilitator.asked', { staffId: 'new', duty: 'coFacilitator' }, 'coordinator');
  const worry = { type: 'concern.raised', concernId: 'c1', text: 't', at: c.now(), by: 'new' } as const;
  expect(may(staff('new', 'facilitator'), worry, c.stored.facts)).toBe(true);
  expect(
    may(staff('new', 'facilitator'), { type: 'flag.set', flag: 'hate', at: c.now(), by: 'new' }, c.stored.facts),
  ).toBe(false);
});
