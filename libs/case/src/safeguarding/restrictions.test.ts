// What the safeguarding lead stopped, paused or narrowed lasts until it is lifted, and holds what the concern held (R37, R84).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { ConcernDecision } from '../vocabulary/safeguarding.js';

const decided = (decision: ConcernDecision): ToldCase =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .tell('concern.raised', { concernId: 'worry', text: 't' }, 'coordinator')
    .tell('concern.decided', { concernId: 'worry', decision, reason: 'why' }, 'safeguarding');

test.each([
  ['stop', 'stopped'],
  ['stopAndRefer', 'stopped'],
  ['pause', 'paused'],
  ['indirectOnly', 'indirectOnly'],
] as const)('"%s" lasts until it is lifted', (decision, rule) => {
  const c = decided(decision).wait(30 * 24);
  expect(c.door('conference.booked')).toEqual([`${rule} worry`]);
  c.tell('freeze.lifted', { freezeId: 'worry', reason: 'why' }, 'safeguarding');
  expect(c.door('conference.booked')).toEqual([]);
});

test.each(['continue', 'mitigate'] as const)('"%s" leaves nothing that holds', (decision) => {
  expect(decided(decision).door('conference.booked')).toEqual([]);
});

test('what is not in force cannot be lifted, and a concern is decided, not lifted', () => {
  expect(decided('continue').whyNot('freeze.lifted', { freezeId: 'worry', reason: 'why' })).toEqual([
    'unknown freezeId',
  ]);
  const open = new ToldCase().tell('concern.raised', { concernId: 'worry', text: 't' });
  expect(open.whyNot('freeze.lifted', { freezeId: 'worry', reason: 'why' })).toEqual(['unknown freezeId']);
  open.tell('concern.decided', { concernId: 'worry', decision: 'stop', reason: 'why' }, 'safeguarding');
  expect(
    open.whyNot('concern.decided', { concernId: 'worry', decision: 'continue', reason: 'why' }, 'safeguarding'),
  ).toEqual(['unsound concernId']);
});

test('R84: two pauses are two: lifting one leaves the other', () => {
  const c = decided('continue');
  for (const pauseId of ['one', 'other']) c.tell('case.paused', { pauseId, reason: 'why' });
  expect(c.door('conference.booked')).toEqual(['paused one', 'paused other']);
  c.tell('freeze.lifted', { freezeId: 'one', reason: 'why' });
  expect(c.door('conference.booked')).toEqual(['paused other']);
});

test('after "indirect only" a direct kind is not chosen, and an indirect one is', () => {
  const c = decided('indirectOnly');
  expect(c.whyNot('process.typeChosen', { processId: 'p1', processType: 'video', reason: 'why' })).toEqual([
    'indirectOnly video',
  ]);
  expect(c.whyNot('process.typeChosen', { processId: 'p1', processType: 'letter', reason: 'why' })).toEqual([]);
});

test('two concerns are two: deciding on one leaves the other', () => {
  const c = decided('stop').tell('concern.raised', { concernId: 'other', text: 't' });
  expect(c.door('conference.booked')).toEqual(['stopped worry', 'concern other']);
  c.tell('concern.decided', { concernId: 'other', decision: 'continue', reason: 'why' }, 'safeguarding');
  expect(c.door('conference.booked')).toEqual(['stopped worry']);
});
