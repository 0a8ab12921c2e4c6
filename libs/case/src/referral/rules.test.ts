// Who may be approached, what is told of whom, and when a case is suitable (R4, R6, R7, R9, R11, R12, R31).
import { type Said, given } from '../../../../test/scenario/answer-blocker.js';
import { ACase, aCaseAt, team, type Begins } from '../../../../test/simulation/case-at-door.js';

const { lead, coordinator, safeguardingLead } = team;
const named = (all: readonly { rule: string; about: string }[]) => all.map((b) => `${b.rule} ${b.about}`);
const approach = (begins: Begins, ...said: Said[]): string[] => {
  const c = aCaseAt('approach', begins);
  for (const s of said) c.say(s);
  return named(c.door('contact.attempted', 'h').blockers);
};

test('R4: after abuse, a referral that the person responsible began reaches the person harmed only when they ask', () => {
  const begins: Begins = { kind: 'sexual', opened: { initiator: 'responsible' } };
  const c = new ACase(begins);
  expect(named(c.door('contact.attempted', 'h').blockers)).toContain('facilitator lead');
  const open = aCaseAt('approach', { kind: 'theft', opened: { initiator: 'responsible' } });
  open.say({ by: coordinator, type: 'flag.set', flag: 'domesticAbuse' });
  expect(named(open.door('contact.attempted', 'h').blockers)).toContain('abuseInitiated h');
  open.say({ by: safeguardingLead, type: 'initiative.recorded', participantId: 'h' });
  expect(named(open.door('contact.attempted', 'h').blockers)).not.toContain('abuseInitiated h');
});

test('R6: inviting waits for a decision with its reason, and a "no" keeps the door shut', () => {
  const begins: Begins = { opened: { invitationNeeded: true } };
  const decided = (invite: boolean): Said => ({
    by: coordinator,
    type: 'invitation.decided',
    participantId: 'h',
    invite,
    reason: 't',
  });
  expect(approach(begins, decided(false))).toEqual(['invitation h']);
  const c = new ACase(begins);
  expect(named(c.tell({ ...decided(true), reason: '' } as Said))).toEqual(['unsound reason']);
});

test.each(['objected', 'unknown'] as const)('R7: a person whose agreement is "%s" is not approached', (basis) => {
  const c = aCaseAt('approach').say({ by: coordinator, type: 'approach.confirmed', participantId: 'h', basis });
  const door = basis === 'objected' ? [] : named(c.door('contact.attempted', 'h').blockers);
  if (basis === 'unknown') expect(door).toEqual(['approachBasis h']);
  else expect(() => c.door('contact.attempted', 'h')).toThrow('no step');
  expect(
    named(c.tell({ by: lead, type: 'contact.attempted', participantId: 'h', channel: 'phone', outcome: 'reached' })),
  ).toContain('approachBasis h');
});

test('R9: an interest is told only when identity and the link with the offence are confirmed', () => {
  const c = aCaseAt('consent');
  c.say(given(c.around, c.stored.facts, { participantId: 'h', purpose: 'interest' }, c.at()));
  expect(c.door('interest.told', 'h').blockers).toEqual([
    { rule: 'identity', about: 'r', who: 'coordinator', since: null },
  ]);
  expect(
    c.say({ by: coordinator, type: 'identity.confirmed', participantId: 'r' }).door('interest.told', 'h').open,
  ).toBe(true);
});

test('R11: a safe-contact record older than half a year is asked again', () => {
  expect(named(aCaseAt('approach').days(181).door('contact.attempted', 'h').blockers)).toEqual(['safeContact h']);
});

test('R12: an unsafe attempt freezes its channel, and no other', () => {
  const c = aCaseAt('approach');
  const attempt = (channel: 'phone' | 'post' | 'email'): Said => ({
    by: lead,
    type: 'contact.attempted',
    participantId: 'h',
    channel,
    outcome: 'wrongPerson',
  });
  c.say(attempt('phone'));
  expect(named(c.tell(attempt('phone')))).toEqual(['channelFrozen phone']);
  expect(named(c.tell(attempt('email')))).toEqual(['safeContact email']);
  c.say(attempt('post'));
  expect(named(c.door('contact.attempted', 'h').blockers)).toEqual(['channelFrozen h']);
});

test('R12: only the safeguarding lead lets a frozen channel be used again; asking anew does not', () => {
  const c = aCaseAt('approach');
  const attempt: Said = {
    by: lead,
    type: 'contact.attempted',
    participantId: 'h',
    channel: 'phone',
    outcome: 'unsafe',
  };
  const asks: Said = { by: lead, type: 'safeContact.recorded', participantId: 'h', channels: ['phone'] };
  c.say(attempt).say(asks);
  expect(named(c.door('contact.attempted', 'h').blockers)).toEqual(['channelFrozen h']);
  const clears = { type: 'channel.cleared', participantId: 'h', channel: 'phone', reason: 'why' } as const;
  expect(() => c.say({ by: lead, ...clears })).toThrow('may not say');
  expect(c.say({ by: team.safeguardingLead, ...clears }).door('contact.attempted', 'h').open).toBe(true);
});

test('R11, R12: a message left where none may be left freezes the telephone, as somebody else answering does', () => {
  const left: Said = {
    by: lead,
    type: 'contact.attempted',
    participantId: 'h',
    channel: 'phone',
    outcome: 'messageLeft',
  };
  const asked = (voicemail: 'nothing' | 'neutral'): Said => ({
    by: lead,
    type: 'safeContact.recorded',
    participantId: 'h',
    channels: ['phone'],
    voicemail,
  });
  const frozen = (voicemail: 'nothing' | 'neutral') =>
    aCaseAt('approach').say(asked(voicemail)).say(left).stored.facts.contact.safe['h']?.frozen;
  expect([frozen('nothing'), frozen('neutral')]).toEqual([['phone'], []]);
});

test('R13: nobody is prepared who was not asked what they need to understand and be understood', () => {
  const c = aCaseAt('conference');
  const needs = (id: string): Said => ({
    by: lead,
    type: 'needs.recorded',
    participantId: id,
    language: 'cy',
    needs: ['largePrint'],
  });
  expect(c.stored.facts.contact.needs['h']).toMatchObject({ language: 'en' });
  c.say(needs('h'));
  expect(c.stored.facts.contact.needs['h']).toMatchObject({ language: 'cy', needs: ['largePrint'] });
  const fresh = aCaseAt('preparation').say({ by: lead, type: 'preparation.begun' });
  expect(named(fresh.door('preparation.held', 'h').blockers)).toContain('needs h');
  expect(named(fresh.say(needs('h')).door('preparation.held', 'h').blockers)).not.toContain('needs h');
});

test('R31: a case is not suitable without acknowledgement by each person responsible', () => {
  const c = aCaseAt('consent').say({
    by: coordinator,
    type: 'participant.joined',
    participantId: 'r2',
    personId: 'pr2',
    role: 'responsible',
    age: 'adult',
    approach: 'agreed',
  });
  expect(named(c.door('suitability.decided').blockers)).toContain('acknowledgement r2');
});
