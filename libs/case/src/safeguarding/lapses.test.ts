// A sign-off is about certain people, their risk, a finding, an ending: when that is another, it is made again (R33, R83, R87, R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { riskFactors, type RiskFactor, type RiskLevel } from '../vocabulary/risk.js';

const both = ['h1', 'r1'];
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const factors = Object.keys(riskFactors) as RiskFactor[];
let number = 0;
const assess = (c: ToldCase, participantId: string, level: RiskLevel): ToldCase =>
  c.tell('risk.assessed', { participantId, assessmentId: `x${(number += 1)}`, level, factors });
const assessed = (c: ToldCase, finding: 'has' | 'hasWithSupport'): ToldCase =>
  c
    .tell('capacity.doubted', { participantId: 'h1' })
    .tell('capacity.assessed', { participantId: 'h1', finding, support: 'pictures' });
const only = (c: ToldCase, word: string): string[] =>
  (c.door('conference.booked') ?? []).filter((b) => b.includes(word));

test('R25, R87: a decision on capacity that was signed off says nothing of a later doubt', () => {
  const c = assessed(two().prepare('faceToFace', both), 'has').sign('capacity', 'p1', 'h1', 'safeguarding');
  expect(only(c, 'capacity')).toEqual([]);
  assessed(c.wait(1), 'hasWithSupport');
  expect(only(c, 'capacity')).toEqual(['lapsed capacity|h1']);
  c.sign('capacity', 'p1', 'h1', 'safeguarding');
  expect(only(c, 'capacity')).toEqual([]);
});

test('R33, R87: a high risk that was accepted is another question after another assessment', () => {
  const c = assess(two().prepare('faceToFace', both), 'h1', 'high').sign('highRisk', 'p1', 'h1', 'safeguarding');
  expect(only(c, 'highRisk')).toEqual([]);
  assess(c.wait(1), 'h1', 'high');
  expect(only(c, 'highRisk')).toEqual(['lapsed highRisk|h1']);
});

test('R33, R87: what was signed off lapses when the risk of somebody in it grows, and not when it is found the same', () => {
  const c = two().join('h2', 'harmed').prepare('faceToFace', both);
  expect(only(assess(c.wait(1), 'h1', 'low'), 'lapsed')).toEqual([]);
  expect(only(assess(c.wait(1), 'h1', 'medium'), 'lapsed')).toEqual(['lapsed processChoice|-']);
  c.sign('processChoice');
  expect(only(assess(c.wait(1), 'h1', 'low'), 'lapsed')).toEqual([]);
});

test('R81, R87: risk that grows for somebody in another process lapses nothing here', () => {
  const c = two().prepare('faceToFace', both).join('h2', 'harmed');
  c.tell('process.opened', { processId: 'p2', members: [{ participantId: 'h2', part: 'harmed' }] });
  expect(only(assess(c.wait(1), 'h2', 'high'), 'lapsed')).toEqual([]);
});

test('R87: "afterwards: is everybody safe" is asked after each meeting, and not while one goes on', () => {
  const c = two().prepare('faceToFace', both).book(both).onTheDay().begin(both);
  const signs = { processId: 'p1', checkpoint: 'afterProcess' } as const;
  c.tell('conference.ended', { processId: 'p1', how: 'adjourned', aftercare: 't' }).sign('afterProcess');
  c.book(both, 3, 'p1', 'b2').onTheDay().begin(both);
  expect(c.whyNot('checkpoint.passed', signs, 'supervisor')).toEqual(['notReached afterProcess']);
  c.tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  const end = { processId: 'p1', reason: 'delivered', side: 'withheld' } as const;
  expect(c.whyNot('process.ended', end)).toEqual(['lapsed afterProcess|-']);
  c.sign('afterProcess');
  expect(c.whyNot('process.ended', end)).toEqual([]);
});

test('R51, R87, R92: whoever comes back into a process is met, prepared and asked whether they are ready anew', () => {
  const c = two().prepare('faceToFace', both);
  c.tell('member.left', { processId: 'p1', participantId: 'h1', reason: 'notNow' }).wait(24);
  c.tell('member.joined', { processId: 'p1', participantId: 'h1', part: 'harmed' });
  expect(Object.keys(c.process().preparation.held)).toEqual(['r1']);
  expect(Object.keys(c.process().preparation.ready)).toEqual(['r1']);
  c.consent('h1', 'prepare', { processId: 'p1' });
  expect(c.door('preparation.begun')).toEqual(['lapsed firstMeeting|h1']);
});

test('R81, R83: a sign-off refused for somebody who would not be there leaves the meeting of the others alone', () => {
  const three = ['h1', 'r1', 'h2'];
  const refuse = { checkpoint: 'highRisk', processId: 'p1', about: 'h2', reason: 'why' } as const;
  const c = two().join('h2', 'harmed').prepare('faceToFace', three).book(both);
  c.tell('checkpoint.refused', refuse, 'safeguarding');
  expect([c.place(), c.told()]).toEqual([{ conference: 'booked' }, []]);
  // and where they would be there, the others go on without them, and hear that who comes has changed
  const d = two().join('h2', 'harmed').prepare('faceToFace', three).book(three);
  d.tell('checkpoint.refused', refuse, 'safeguarding');
  expect([d.place(), d.process().conference.booking?.attendees]).toEqual([{ conference: 'booked' }, both]);
  expect(d.told()).toEqual(['h1: attendeesChanged', 'h2: meetingOff', 'r1: attendeesChanged']);
  d.tell('checkpoint.refused', { ...refuse, about: 'h1' }, 'safeguarding');
  expect([d.place(), d.told()]).toEqual([{ conference: 'arranging' }, ['h1: meetingOff', 'r1: meetingOff']]);
});
