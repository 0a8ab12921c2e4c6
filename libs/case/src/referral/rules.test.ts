// Who may be approached, what is told of whom, and when a process is suitable (R4, R6, R7, R9, R11, R12, R13, R31, R91).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { Channel, Voicemail } from '../vocabulary/people.js';
import { riskFactors, type RiskFactor } from '../vocabulary/risk.js';

const joined = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const assessment = () =>
  ({ assessmentId: 'a', level: 'low', factors: Object.keys(riskFactors) as RiskFactor[] }) as const;
const contact = (c: ToldCase): string[] | null => c.door('contact.attempted', null, 'h1');
const attempt = (channel: Channel, outcome: 'wrongPerson' | 'unsafe' | 'messageLeft') =>
  ({ participantId: 'h1', channel, outcome, aim: 'substance' }) as const;

test('R4: after abuse, a referral that the person responsible began reaches the person harmed only when they ask', () => {
  const c = new ToldCase(undefined, { initiator: 'responsible' }).assign('co', 'coFacilitator').add('h1', 'harmed');
  c.tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });
  expect(contact(c)).toEqual([]);
  c.tell('flag.set', { flag: 'domesticAbuse' }).tell(
    'checkpoint.passed',
    { checkpoint: 'sensitiveFirstContact' },
    'supervisor',
  );
  expect(contact(c)).toEqual(['abuseInitiated h1']);
  c.tell('initiative.recorded', { participantId: 'h1', source: 'Her advocate', reason: 't' }, 'safeguarding');
  expect(contact(c)).toEqual([]);
});

test('R6: inviting waits for a decision with its reason, and a "no" keeps the door shut', () => {
  const c = new ToldCase(undefined, { invitationNeeded: true })
    .add('h1', 'harmed')
    .tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });
  expect(contact(c)).toEqual(['invitation h1']);
  const decide = { participantId: 'h1', invite: false, reason: 'why' };
  expect(c.whyNot('invitation.decided', { ...decide, reason: '' }, 'coordinator')).toEqual(['unsound reason']);
  expect(contact(c.tell('invitation.decided', decide, 'coordinator'))).toEqual(['invitation h1']);
  expect(contact(c.tell('invitation.decided', { ...decide, invite: true }, 'coordinator'))).toEqual([]);
});

test.each(['objected', 'unknown'] as const)('R7: a person whose agreement is "%s" is not approached', (basis) => {
  const c = joined().tell('approach.confirmed', { participantId: 'h1', basis }, 'coordinator');
  expect(contact(c)).toEqual(basis === 'objected' ? null : ['approachBasis h1']);
  const call = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
  expect(c.whyNot('contact.attempted', call)).toContain('approachBasis h1');
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toContain('approachBasis h1');
});

test('R9, R91: an interest is told only with a yes about this person, to somebody confirmed, told of the case and safely reachable', () => {
  const c = new ToldCase().join('h1', 'harmed').add('r1', 'responsible');
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' }).toSorted()).toEqual([
    'consent h1|interest|-|r1',
    'identity r1',
    'notApproached r1',
    'safeContact r1',
  ]);
  c.consent('h1', 'interest', { about: 'r1' });
  c.tell('safeContact.recorded', { participantId: 'r1', channels: ['phone'] });
  c.tell('contact.attempted', { participantId: 'r1', channel: 'phone', outcome: 'reached', aim: 'substance' });
  expect(c.door('interest.told', null, 'h1|r1')).toEqual(['identity r1']);
  c.tell('identity.confirmed', { participantId: 'r1' }, 'coordinator');
  expect(c.door('interest.told', null, 'h1|r1')).toEqual([]);
});

test('R91: a name goes to the one who may know it, and to no other', () => {
  const c = joined().join('s1', 'supporter', { supports: 'h1' }).consent('s1', 'nameKnown', { about: 'r1' });
  expect(c.whyNot('name.told', { participantId: 's1', to: 'r1' })).toEqual([]);
  expect(c.whyNot('name.told', { participantId: 's1', to: 'h1' })).toEqual(['consent s1|nameKnown|-|h1']);
});

test('R11: a safe-contact record older than half a year is asked again', () => {
  expect(contact(joined().wait(181 * 24))).toEqual(['safeContact h1']);
});

test('R12: an unsafe attempt freezes its channel, and no other; contact of any aim goes by a safe one', () => {
  const c = joined().tell('safeContact.recorded', { participantId: 'h1', channels: ['phone', 'post'] });
  c.tell('contact.attempted', attempt('phone', 'wrongPerson'));
  expect(c.effects).toContainEqual(expect.objectContaining({ task: 'unsafeContact', for: 'safeguardingLead' }));
  expect(c.whyNot('contact.attempted', attempt('phone', 'wrongPerson'))).toEqual(['channelFrozen phone']);
  expect(c.whyNot('contact.attempted', attempt('email', 'wrongPerson'))).toEqual(['safeContact email']);
  expect(c.whyNot('contact.attempted', { ...attempt('phone', 'wrongPerson'), aim: 'welfare' })).toEqual([
    'channelFrozen phone',
  ]);
  c.tell('contact.attempted', attempt('post', 'wrongPerson'));
  expect(contact(c)).toEqual(['channelFrozen h1']);
});

test('R12: asking anew lets no frozen channel be used again; clearing it does', () => {
  const c = joined().tell('contact.attempted', attempt('phone', 'unsafe'));
  c.tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });
  expect(contact(c)).toEqual(['channelFrozen h1']);
  c.tell('channel.cleared', { participantId: 'h1', channel: 'phone', reason: 'why' }, 'safeguarding');
  expect(contact(c)).toEqual([]);
});

test('R11, R12: a message left where none may be left freezes the telephone, as somebody else answering does', () => {
  const frozen = (voicemail: Voicemail) =>
    joined()
      .tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'], voicemail })
      .tell('contact.attempted', attempt('phone', 'messageLeft')).stored.facts.contact.safe['h1']?.frozen;
  expect([frozen('nothing'), frozen('neutral')]).toEqual([['phone'], []]);
});

test('R13: nobody is prepared who was not asked what they need to understand and be understood', () => {
  const c = new ToldCase().join('h1', 'harmed').add('r1', 'responsible');
  c.tell('safeContact.recorded', { participantId: 'r1', channels: ['phone'] });
  c.tell('contact.attempted', { participantId: 'r1', channel: 'phone', outcome: 'reached', aim: 'substance' });
  c.tell('risk.assessed', { ...assessment(), participantId: 'r1' });
  c.tell('acknowledgement.recorded', { participantId: 'r1', how: 'said' }).tell('identity.confirmed', {
    participantId: 'r1',
  });
  c.findSuitable(['h1', 'r1']).beginPreparation(['h1', 'r1']);
  expect(c.door('preparation.held', 'p1', 'r1')).toEqual(['needs r1']);
  c.tell('needs.recorded', { participantId: 'r1', language: 'cy', needs: ['largePrint'] });
  expect(c.door('preparation.held', 'p1', 'r1')).toEqual([]);
  expect(c.stored.facts.contact.needs['r1']).toMatchObject({ language: 'cy', needs: ['largePrint'] });
});

test('R31, R86: a process is not suitable without acknowledgement by the person responsible', () => {
  const c = new ToldCase().join('h1', 'harmed').add('r1', 'responsible', { approach: 'asked' });
  c.tell('risk.assessed', { ...assessment(), participantId: 'r1' });
  for (const id of ['h1', 'r1']) c.consent(id, 'contact');
  expect(c.door('suitability.decided')).toEqual(['acknowledgement r1']);
  c.tell('acknowledgement.recorded', { participantId: 'r1', how: 'said' });
  expect(c.door('suitability.decided')).toEqual([]);
});
