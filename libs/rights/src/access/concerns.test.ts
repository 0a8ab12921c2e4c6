// Whom an entry is about: what is about somebody else is not even offered for review.
import type { CaseEvent, Facts } from '#libs/case';
import { concernOf, textsNamedBy } from './concerns.js';

const facts = {
  people: { participants: { h: {}, r: {}, s: {} } },
  processes: {
    p: {
      members: { of: { h: {}, r: {} } },
      communication: { of: { w: { from: 'r', to: 'h' } } },
      agreement: { items: { i: { doer: 'r', recipient: 'h' }, j: { doer: 'r', recipient: null } } },
    },
  },
  safeguarding: {
    concerns: {
      c: { participantId: 'r', processId: null },
      d: { participantId: null, processId: null },
      e: { participantId: null, processId: 'p' },
    },
    freezes: {},
  },
} as unknown as Facts;
const event = (type: string, more: object): CaseEvent => ({ type, at: '', by: 'x', ...more }) as unknown as CaseEvent;

test.each<[string, CaseEvent, Record<'h' | 'r' | 's', string>]>([
  ['a consent is its giver’s', event('consent.given', { participantId: 'h' }), { h: 'own', r: 'others', s: 'others' }],
  [
    'risk information about one',
    event('risk.informed', { participantId: 'r' }),
    { h: 'others', r: 'review', s: 'others' },
  ],
  ['risk information about the case', event('risk.informed', {}), { h: 'review', r: 'review', s: 'review' }],
  ['a concern about one', event('concern.raised', { about: 'h' }), { h: 'review', r: 'others', s: 'others' }],
  [
    'the decision on a concern about one',
    event('concern.decided', { concernId: 'c' }),
    { h: 'others', r: 'review', s: 'others' },
  ],
  [
    'the decision on a concern about the case',
    event('concern.decided', { concernId: 'd' }),
    { h: 'review', r: 'review', s: 'review' },
  ],
  [
    'the decision on a concern about a process',
    event('concern.decided', { concernId: 'e' }),
    { h: 'review', r: 'review', s: 'others' },
  ],
  [
    'what is decided of a process is for those who take part in it',
    event('suitability.decided', { processId: 'p' }),
    { h: 'review', r: 'review', s: 'others' },
  ],
  [
    'a sign-off about somebody’s letter',
    event('checkpoint.refused', { about: 'w' }),
    { h: 'others', r: 'review', s: 'others' },
  ],
  [
    'a draft is its writer’s',
    event('communication.drafted', { processId: 'p', communicationId: 'w' }),
    { h: 'others', r: 'own', s: 'others' },
  ],
  [
    'an item between two',
    event('item.proposed', { processId: 'p', itemId: 'i' }),
    { h: 'review', r: 'review', s: 'others' },
  ],
  [
    'an item for nobody in particular',
    event('item.varied', { processId: 'p', itemId: 'j' }),
    { h: 'others', r: 'review', s: 'others' },
  ],
  [
    'a meeting is for who attends',
    event('conference.booked', { processId: 'p', attendees: ['h', 'r'] }),
    { h: 'own', r: 'own', s: 'others' },
  ],
  [
    'who was asked to facilitate',
    event('facilitator.released', { reason: 't' }),
    { h: 'others', r: 'others', s: 'others' },
  ],
])('%s', (_what, happened, expected) => {
  for (const [who, concern] of Object.entries(expected)) expect(concernOf(happened, facts, who)).toBe(concern);
});

test('an event names its words, so that no words are left without somebody they are about', () => {
  expect(textsNamedBy(event('item.proposed', { text: 'a', evidence: 'b', monitor: 'c' }))).toEqual(['a', 'b', 'c']);
  expect(textsNamedBy(event('facilitator.assigned', { override: { reason: 'a' } }))).toEqual(['a']);
  expect(textsNamedBy(event('consent.given', {}))).toEqual([]);
});
