// What shuts each door, one change at a time: safeguarding, orders and the team (R31 to R38).
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, type Begins, team } from '../../../../test/simulation/case-at-door.js';
import type { Blocker } from '../blocker.js';
import type { EventType } from '../facts.js';
import { riskFactors, type RiskFactor } from '../vocabulary/safeguarding.js';
import type { Door } from '../vocabulary/stages.js';

const { lead, safeguardingLead, coordinator, supervisor } = team;
const step: Partial<Record<Door, [EventType, string | null]>> = {
  approach: ['contact.attempted', 'h'],
  consent: ['suitability.decided', null],
  preparation: ['preparation.begun', null],
  conference: ['preparation.completed', null],
  book: ['conference.booked', null],
  begin: ['conference.begun', null],
  resume: ['session.resumed', null],
  pass: ['words.passed', 'w'],
};
/** The rules and subjects that shut a door after something was said. */
function shut(door: Door, said: Said[], begins: Begins = {}): string[] {
  const c = aCaseAt(door, begins);
  for (const s of said) c.say(s);
  const [event, about] = step[door] ?? ['case.closed', null];
  return c.door(event, about).blockers.map((b) => `${b.rule} ${b.about} ${b.who}`);
}
const concern: Said = { by: coordinator, type: 'concern.raised', concernId: 'worry', text: 't' };
const all = Object.keys(step) as Door[];

test.each(all)('R37: a concern raised by anybody shuts %s until the safeguarding lead decides', (door) => {
  const c = aCaseAt(door);
  c.say(concern);
  const [event, about] = step[door] ?? ['case.closed', null];
  const found: Blocker | undefined = c.door(event, about).blockers[0];
  expect(found).toEqual({ rule: 'concern', about: 'worry', who: 'safeguardingLead', since: c.at() });
  c.say({ by: safeguardingLead, type: 'concern.decided', concernId: 'worry', decision: 'continue', reason: 't' });
  expect(c.door(event, about).blockers.map((b) => b.rule)).not.toContain('concern');
});

test.each(all)('a pause shuts %s', (door) => {
  expect(shut(door, [{ by: lead, type: 'case.paused', reason: 't' }])).toContain('paused case facilitator');
});

test('R37: after "stop" nothing goes on', () => {
  const decided: Said = {
    by: safeguardingLead,
    type: 'concern.decided',
    concernId: 'worry',
    decision: 'stop',
    reason: 't',
  };
  expect(shut('book', [concern, decided])).toEqual(['stopped case safeguardingLead']);
});

test('after "indirect only" a direct process is shut', () => {
  const decided: Said = {
    by: safeguardingLead,
    type: 'concern.decided',
    concernId: 'worry',
    decision: 'indirectOnly',
    reason: 't',
  };
  expect(shut('conference', [concern, decided])).toEqual(['indirectOnly case safeguardingLead']);
});

test('R33: new information makes every assessment and sign-off stale', () => {
  expect(shut('preparation', [{ by: lead, type: 'risk.informed', text: 't' }])).toEqual([
    'lapsed firstMeeting|h safeguardingLead',
    'lapsed firstMeeting|r safeguardingLead',
    'assessmentStale h facilitator',
    'assessmentStale r facilitator',
  ]);
});

test.each([
  ['the day-of check is compulsory', 1.2, 'lapsed dayOf|- safeguardingLead'],
  ['everybody confirms on the day (R24)', 1.2, 'reconfirmation h|takePart|faceToFace participant'],
  ['consent lapses after ninety days (R24)', 91, 'consentLapsed h|prepare|- participant'],
  ['an assessment lapses after ninety days (R33)', 91, 'assessmentStale h facilitator'],
  ['the sign-off of the last days lapses', 9, 'lapsed beforeMeeting|- safeguardingLead'],
])('%s', (_says, days, expected) => {
  const c = aCaseAt('begin').days(days);
  expect(c.door('conference.begun').blockers.map((b) => `${b.rule} ${b.about} ${b.who}`)).toContain(expected);
});

test('a sign-off refused shuts the door', () => {
  const no: Said = { by: safeguardingLead, type: 'checkpoint.refused', checkpoint: 'processChoice', reason: 't' };
  expect(shut('conference', [no])).toEqual(['refused processChoice|- safeguardingLead']);
});

test('nobody signs off what they assessed themselves', () => {
  const factors = Object.keys(riskFactors) as RiskFactor[];
  const c = aCaseAt('conference').say({
    by: safeguardingLead,
    type: 'risk.assessed',
    participantId: 'h',
    assessmentId: 'again',
    level: 'low',
    factors,
  });
  const refused = c.tell({ by: safeguardingLead, type: 'checkpoint.passed', checkpoint: 'processChoice' });
  expect(refused.map((x) => x.rule)).toEqual(['author']);
});

test('R32: an assessment names every factor', () => {
  const factors = (Object.keys(riskFactors) as RiskFactor[]).filter((f) => f !== 'powerImbalance');
  const said: Said = { by: lead, type: 'risk.assessed', participantId: 'h', assessmentId: 'a', level: 'low', factors };
  expect(
    aCaseAt('conference')
      .tell(said)
      .map((x) => x.about),
  ).toEqual(['factors:powerImbalance']);
});

test('R34: a flag is cleared by the supervisor or the safeguarding lead, never by the facilitator', () => {
  const c = aCaseAt('approach', { kind: 'hate' });
  expect(() => c.tell({ by: lead, type: 'flag.cleared', flag: 'hate', reason: 't' })).toThrow('may not');
  expect(c.tell({ by: supervisor, type: 'flag.cleared', flag: 'hate', reason: 't' })).toEqual([]);
});

test('R36: after abuse a direct process waits for three findings, signed by the safeguarding lead', () => {
  const c = aCaseAt('conference', { kind: 'sexual' });
  const sign = (findings: string[]): Said => ({
    by: safeguardingLead,
    type: 'checkpoint.passed',
    checkpoint: 'abuseGate',
    findings,
  });
  expect(c.tell(sign(['agencyEnquiries', 'noOngoingRisk'])).map((b) => b.about)).toEqual(['findings:childrensNeeds']);
  expect(() => c.tell({ ...sign([]), by: lead } as Said)).toThrow('may not');
  expect(() => c.tell({ ...sign([]), by: coordinator } as Said)).toThrow('may not');
  c.say({ by: safeguardingLead, type: 'checkpoint.refused', checkpoint: 'abuseGate', reason: 't' });
  expect(c.door('preparation.completed').blockers.map((b) => `${b.rule} ${b.about}`)).toEqual(['refused abuseGate|-']);
});

test.each(['book', 'begin', 'pass', 'approach'] as const)(
  'R35: a sensitive case without its second facilitator does not pass %s',
  (door) => {
    expect(
      shut(door, [{ by: coordinator, type: 'facilitator.released', staffId: 'co', reason: 't' }], { kind: 'hate' }),
    ).toContain('facilitatorFit two-facilitators coordinator');
  },
);

test.each(all)('without a lead nobody passes %s', (door) => {
  expect(shut(door, [{ by: coordinator, type: 'facilitator.released', staffId: 'lead', reason: 't' }])).toContain(
    'facilitator lead coordinator',
  );
});

test('R38: an order forbids a booking on a day when it is in force, and calls off one there is', () => {
  const order: Said = {
    by: lead,
    type: 'order.recorded',
    orderId: 'o1',
    participantId: 'r',
    forbids: ['meeting'],
    from: '2026-11-01T00:00:00Z',
  };
  const c = aCaseAt('book').say(order);
  const startsAt = new Date(c.now + 3 * 86_400_000).toISOString();
  const booking: Said = { by: lead, type: 'conference.booked', bookingId: 'b', startsAt, attendees: ['h', 'r'] };
  expect(c.tell(booking).map((b) => `${b.rule} ${b.about} ${b.who}`)).toEqual(['order o1 clock']);
  expect(aCaseAt('begin').say(order).stored.state).toEqual({ conference: 'arranging' });
});

test('R38: an order against messages shuts the passing of words', () => {
  const order: Said = {
    by: lead,
    type: 'order.recorded',
    orderId: 'o1',
    participantId: 'r',
    forbids: ['message'],
    from: '2026-11-01T00:00:00Z',
  };
  expect(shut('pass', [order])).toEqual(['order o1 clock']);
});

test('R38: a meeting waits for the approval of prison or probation', () => {
  expect(shut('begin', [{ by: lead, type: 'approval.needed', participantId: 'r' }])).toEqual([
    'approval r coordinator',
  ]);
});

test('R40: it goes on only when each person, asked alone, is willing', () => {
  expect(shut('resume', [{ by: lead, type: 'session.checked', participantId: 'h', willing: false }])).toEqual([
    'privateCheck h facilitator',
  ]);
});
