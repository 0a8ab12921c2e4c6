// What shuts each door, one change at a time: safeguarding, orders and the team (R31 to R40, R89).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { CaseOpened } from '../referral/facts.js';
import { riskFactors, type RiskFactor } from '../vocabulary/risk.js';

const both = ['h1', 'r1'];
const joined = (more: Partial<CaseOpened> = {}): ToldCase =>
  new ToldCase(undefined, more).join('h1', 'harmed').join('r1', 'responsible');
/** A sensitive case is first contacted and worked by two, with the supervisor's yes. */
const sensitive = (kind: 'hate' | 'sexual'): ToldCase => {
  const c = new ToldCase(undefined, { offences: [{ offenceId: 'o1', kind }] }).assign('co', 'coFacilitator');
  c.tell('checkpoint.passed', { checkpoint: 'sensitiveFirstContact' }, 'supervisor');
  return c.join('h1', 'harmed').join('r1', 'responsible');
};
const prepared = (): ToldCase => joined().prepare('faceToFace', both);
const onTheDay = (): ToldCase => prepared().book(both).onTheDay();
const begin = { processId: 'p1', attended: both };
const book = { processId: 'p1', bookingId: 'again', startsAt: '2026-01-12T10:00:00.000Z', attendees: both };
/** Where a door of each kind stands open. */
const at: Record<string, [() => ToldCase, (c: ToldCase) => string[] | null]> = {
  approach: [joined, (c) => c.door('contact.attempted', null, 'h1')],
  consent: [
    () => joined().consent('h1', 'contact').consent('r1', 'contact'),
    (c) => c.whyNot('suitability.decided', { processId: 'p1', suitable: true, reason: 'w' }),
  ],
  preparation: [
    () => {
      const c = joined().findSuitable(both);
      for (const id of both) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
      return c;
    },
    (c) => c.door('preparation.begun'),
  ],
  prepare: [() => joined().findSuitable(both).beginPreparation(both), (c) => c.door('preparation.held', 'p1', 'h1')],
  arrange: [
    () => joined().findSuitable(both).beginPreparation(both).makeReady('faceToFace', both),
    (c) => c.door('preparation.completed'),
  ],
  book: [prepared, (c) => c.door('conference.booked')],
  begin: [onTheDay, (c) => c.whyNot('conference.begun', begin)],
  resume: [
    () => {
      const c = onTheDay()
        .begin(both)
        .tell('session.paused', { processId: 'p1', byRole: 'harmed', reason: 'distress', safetyStep: 't' });
      for (const participantId of both) c.tell('session.checked', { processId: 'p1', participantId, willing: true });
      return c;
    },
    (c) => c.door('session.resumed'),
  ],
};
const all = Object.keys(at);
const opened = (door: string): [ToldCase, () => string[] | null] => {
  const [make, look] = at[door] ?? [joined, () => null];
  const c = make();
  return [c, () => look(c)];
};

test.each(all)('the door of %s stands open, so that what shuts it is seen', (door) => {
  expect(opened(door)[1]()).toEqual([]);
});

test.each(all)('R37: a concern raised by anybody shuts %s until the safeguarding lead decides', (door) => {
  const [c, look] = opened(door);
  c.tell('concern.raised', { concernId: 'worry', text: 't' }, 'coordinator');
  expect(look()).toContain('concern worry');
  c.tell('concern.decided', { concernId: 'worry', decision: 'continue', reason: 'why' }, 'safeguarding');
  expect(look()).toEqual([]);
});

test.each(all)('a pause shuts %s', (door) => {
  const [c, look] = opened(door);
  expect((c.tell('case.paused', { pauseId: 'pause', reason: 'why' }), look())).toContain('paused pause');
});

test.each(all)('without a lead nobody passes %s', (door) => {
  const [c, look] = opened(door);
  c.tell('facilitator.released', { staffId: 'lead', reason: 'why' }, 'coordinator');
  expect(look()).toContain('facilitator lead');
});

test('R33: new information makes every assessment and sign-off stale', () => {
  const [c, look] = opened('preparation');
  c.tell('risk.informed', { text: 't' });
  expect(look()?.toSorted()).toEqual([
    'assessmentStale h1',
    'assessmentStale r1',
    'lapsed firstMeeting|h1',
    'lapsed firstMeeting|r1',
  ]);
});

test('R33, R81: new information about one process leaves the sign-offs of another', () => {
  const c = prepared().join('h2', 'harmed');
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.tell('risk.informed', { processId: 'p2', text: 't' });
  expect(c.door('conference.booked')).toEqual([]);
});

test.each([
  ['an assessment lapses after ninety days (R33)', 91, 'assessmentStale h1'],
  ['a sign-off on the kind of process lapses after ninety days (R33)', 91, 'lapsed processChoice|-'],
])('%s', (_says, days, expected) => {
  const [c, look] = opened('book');
  c.wait(days * 24);
  expect(look()).toContain(expected);
});

test('the sign-off of the last days lapses after five working days', () => {
  // booked for Monday 19 January; signed on Monday 12th, which is the fifth working day before
  const c = prepared().tell('conference.booked', { ...book, startsAt: '2026-01-19T10:00:00.000Z' });
  c.goTo('2026-01-09T09:00:00.000Z');
  expect(c.whyNot('checkpoint.passed', { processId: 'p1', checkpoint: 'beforeMeeting' }, 'supervisor')).toEqual([
    'notReached beforeMeeting',
  ]);
  c.goTo('2026-01-12T11:00:00.000Z').sign('beforeMeeting');
  c.goTo('2026-01-19T09:00:00.000Z');
  expect(c.whyNot('conference.begun', begin).filter((b) => b.includes('beforeMeeting'))).toEqual([]);
});

test('a sign-off refused shuts the door, and one that concerns the meeting calls it off', () => {
  const [c, look] = opened('arrange');
  c.tell('checkpoint.refused', { processId: 'p1', checkpoint: 'processChoice', reason: 'why' }, 'supervisor');
  expect(look()).toEqual(['refused processChoice|-']);
  const d = onTheDay().tell(
    'checkpoint.refused',
    { processId: 'p1', checkpoint: 'dayOf', reason: 'why' },
    'supervisor',
  );
  expect([d.place(), d.told()]).toEqual([{ conference: 'arranging' }, ['h1: meetingOff', 'r1: meetingOff']]);
});

const factors = Object.keys(riskFactors) as RiskFactor[];
const assessed = { participantId: 'h1', assessmentId: 'again', level: 'low', factors } as const;
test('nobody signs off what they assessed themselves', () => {
  const c = prepared().tell('risk.assessed', assessed, 'supervisor');
  expect(c.whyNot('checkpoint.passed', { processId: 'p1', checkpoint: 'processChoice' }, 'supervisor')).toEqual([
    'author processChoice',
  ]);
  expect(c.whyNot('checkpoint.passed', { processId: 'p1', checkpoint: 'processChoice' }, 'safeguarding')).toEqual([]);
});

test('R32: an assessment names every factor', () => {
  const without = factors.filter((f) => f !== 'powerImbalance');
  expect(joined().whyNot('risk.assessed', { ...assessed, factors: without })).toEqual([
    'unsound factors:powerImbalance',
  ]);
});

test('R32, R33: whom an assessment finds at high risk waits for the safeguarding lead, and the case is sensitive', () => {
  const c = prepared().tell('risk.assessed', { ...assessed, level: 'high' });
  expect(c.door('conference.booked')).toEqual(
    expect.arrayContaining([
      'checkpoint highRisk|h1',
      'checkpoint sensitiveProcess|-',
      'facilitatorFit two-facilitators',
    ]),
  );
});

test('R36: after abuse a direct process waits for three findings, signed by the safeguarding lead', () => {
  const c = sensitive('sexual').findSuitable(both).beginPreparation(both).makeReady('faceToFace', both);
  expect(c.door('preparation.completed')).toEqual(['checkpoint abuseGate|-']);
  const gate = { processId: 'p1', checkpoint: 'abuseGate' } as const;
  expect(
    c.whyNot('checkpoint.passed', { ...gate, findings: ['agencyEnquiries', 'noOngoingRisk'] }, 'safeguarding'),
  ).toEqual(['unsound findings:childrensNeeds']);
  c.sign('abuseGate', 'p1', undefined, 'safeguarding');
  expect(c.door('preparation.completed')).toEqual([]);
  c.tell('checkpoint.refused', { ...gate, reason: 'why' }, 'safeguarding');
  expect(c.door('preparation.completed')).toEqual(['refused abuseGate|-']);
});

test('R36: after abuse an indirect process asks for no such gate', () => {
  const c = sensitive('sexual').findSuitable(both).beginPreparation(both).makeReady('letter', both);
  expect(c.door('preparation.completed')).toEqual([]);
});

test('R35: a sensitive case without its second facilitator, or without an Advanced one, does not go on', () => {
  const c = sensitive('hate').prepare('faceToFace', both);
  expect(c.door('conference.booked')).toEqual(['checkpoint sensitiveProcess|-']);
  c.sign('sensitiveProcess').tell('facilitator.released', { staffId: 'co', reason: 'why' }, 'coordinator');
  expect(c.door('conference.booked')).toEqual(['facilitatorFit two-facilitators']);
  expect(c.door('contact.attempted', null, 'h1')).toEqual(['facilitatorFit two-facilitators']);
});

test('R34: a child harmed, and several people on both sides, make a case sensitive by themselves', () => {
  const child = new ToldCase().add('h1', 'harmed', { age: 'underSixteen' });
  expect(child.door('contact.attempted', null, 'h1')).toContain('checkpoint sensitiveFirstContact|-');
  const many = joined().join('h2', 'harmed').add('r2', 'responsible');
  expect(many.door('contact.attempted', null, 'h1')).toContain('checkpoint sensitiveFirstContact|-');
});

const order = { orderId: 'o1', participantId: 'r1', forbids: ['meeting'], from: '2026-01-01T00:00:00Z' } as const;
test('R38, R89: an order is read the same way at its recording, at booking and on the day', () => {
  // from the 10th to the 20th: not today, and on the day of the meeting
  const days = { from: '2026-01-10T00:00:00Z', until: '2026-01-20T00:00:00Z' };
  const c = prepared().tell('order.recorded', { ...order, ...days });
  expect(c.whyNot('conference.booked', book)).toEqual(['order o1']);
  expect(c.whyNot('conference.booked', { ...book, startsAt: '2026-01-09T10:00:00.000Z' })).toEqual([]);
  expect(c.whyNot('conference.booked', { ...book, startsAt: '2026-01-20T10:00:00.000Z' })).toEqual([]);
  const booked = prepared()
    .tell('conference.booked', book)
    .tell('order.recorded', { ...order, ...days });
  expect(booked.place()).toEqual({ conference: 'arranging' });
  const before = prepared()
    .tell('conference.booked', { ...book, startsAt: '2026-01-08T10:00:00.000Z' })
    .tell('order.recorded', { ...order, ...days });
  expect(before.place()).toEqual({ conference: 'booked' });
  before.onTheDay();
  expect(before.whyNot('conference.begun', begin)).toEqual([]);
});

test('R89: an order that is ended is over, and one against messages forbids no meeting', () => {
  const c = prepared().tell('order.recorded', order);
  expect(c.whyNot('conference.booked', book)).toEqual(['order o1']);
  c.tell('order.ended', { orderId: 'o1' });
  expect(c.whyNot('conference.booked', book)).toEqual([]);
  const d = prepared().tell('order.recorded', { ...order, forbids: ['message'] });
  expect(d.whyNot('conference.booked', book)).toEqual([]);
});

test('R89: an order has somebody else towards whom it is, something it forbids, and ends after it begins', () => {
  const c = joined();
  expect(c.whyNot('order.recorded', { ...order, towards: 'r1' })).toEqual(['unknown towards']);
  expect(c.whyNot('order.recorded', { ...order, towards: 'nobody' })).toEqual(['unknown towards']);
  expect(c.whyNot('order.recorded', { ...order, forbids: [] })).toEqual(['unsound forbids']);
  expect(c.whyNot('order.recorded', { ...order, until: '2025-12-01T00:00:00Z' })).toEqual(['unsound until']);
});

test('R38: a meeting waits for the approval of prison or probation', () => {
  const c = onTheDay().tell('approval.needed', { processId: 'p1', participantId: 'r1' });
  expect(c.whyNot('conference.begun', begin)).toEqual(['approval r1']);
  const leave = { processId: 'p1', participantId: 'r1', authority: 'prison', place: 'HMP Northfold' } as const;
  c.tell('approval.given', leave, 'coordinator');
  expect(c.whyNot('conference.begun', begin)).toEqual([]);
});

test('R40: it goes on only when each person, asked alone, is willing', () => {
  const [c, look] = opened('resume');
  c.tell('session.checked', { processId: 'p1', participantId: 'h1', willing: false });
  expect(look()).toEqual(['seat harmed']);
});
