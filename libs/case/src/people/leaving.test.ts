// Leaving has a reason with its own effect, and whoever comes back is asked anew (R62, R85, R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { isHidden } from './departed.js';
import { leavingReasons, type LeavingReason } from '../vocabulary/outcomes.js';

const both = ['h1', 'r1'];
const booked = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both).book(both, 20);
const call = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'welfare' } as const;

/** By hand: who may still be asked how they are, and who is told of it in the service. */
const expected: Record<LeavingReason, { contact: boolean; told: string | null }> = {
  notNow: { contact: true, told: null },
  declined: { contact: true, told: null },
  noReply: { contact: true, told: null },
  other: { contact: true, told: null },
  moved: { contact: true, told: 'coordinator' },
  unsafe: { contact: false, told: 'safeguardingLead' },
  died: { contact: false, told: 'coordinator' },
  wronglyNamed: { contact: false, told: 'manager' },
};
test.each(Object.keys(leavingReasons) as LeavingReason[])(
  'R92: "%s" has its own effect on contact, and on who has something to do',
  (reason) => {
    const c = booked().tell('participant.left', { participantId: 'h1', reason }, 'coordinator');
    expect(c.place()).toBe('consent');
    const tasks = c.effects.flatMap((e) => (e.type === 'task' && e.task === 'somebodyLeft' ? [e.for] : []));
    expect(tasks).toEqual([expected[reason].told].filter((who) => who !== null));
    expect(c.whyNot('contact.attempted', call)).toEqual(expected[reason].contact ? [] : ['approachBasis h1']);
    expect(isHidden(c.stored.facts, 'h1')).toBe(reason === 'wronglyNamed');
  },
);

test('R85: who left by their own word is not told that the meeting is off; whoever was taken off for another reason is', () => {
  const told = (reason: LeavingReason): string[] =>
    booked().tell('participant.left', { participantId: 'h1', reason }, 'coordinator').told();
  expect(told('declined')).toEqual(['r1: meetingOff']);
  expect(told('noReply')).toEqual(['h1: meetingOff', 'r1: meetingOff']);
  expect(told('unsafe')).toEqual(['r1: meetingOff']);
});

test('R83, R85: a supporter who is not to come is told, and those who stay hear that who comes has changed', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('s1', 'supporter', { supports: 'h1' });
  for (const id of both) c.consent(id, 'attendance', { processId: 'p1', about: 's1' });
  c.prepare('faceToFace', [...both, 's1']).book([...both, 's1'], 20);
  c.tell('consent.withdrawn', { participantId: 'r1', purpose: 'attendance', processId: 'p1', about: 's1' });
  expect([c.place(), c.process().conference.booking?.attendees]).toEqual([{ conference: 'booked' }, both]);
  // r1, whose word it was, need not be told of it
  expect(c.told()).toEqual(['h1: attendeesChanged', 's1: meetingOff']);
});

test('R92: whoever comes back into a process is asked anew', () => {
  const c = booked().tell('member.left', { processId: 'p1', participantId: 'h1', reason: 'notNow' });
  c.tell('member.joined', { processId: 'p1', participantId: 'h1', part: 'harmed' });
  const { consents } = c.stored.facts.consent;
  expect(consents['h1|takePart|p1|faceToFace']?.voided).toMatchObject({ because: 'newMember' });
  expect(consents['h1|prepare|p1|-']?.voided).toMatchObject({ because: 'newMember' });
  expect(consents['h1|contact|-|-']?.voided).toBeNull();
});
