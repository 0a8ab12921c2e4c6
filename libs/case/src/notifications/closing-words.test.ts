// Closing words come when everything a person knows of has ended: what is planned with them, and was not asked yet, neither keeps them back nor takes them away (R81, R91).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const members = [
  { participantId: 'h1', part: 'harmed' },
  { participantId: 'r1', part: 'responsible' },
] as const;
const ends = { processId: 'p1', reason: 'withdrawn', side: 'withheld' } as const;
const prepared = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both);
const waiting = (c: ToldCase): string[] =>
  Object.values(c.stored.facts.post.queued)
    .map(({ to, template }) => `${to}: ${template}`)
    .toSorted();
const words = ['h1: workEnded', 'r1: workEnded'];

test('a process that is planned with both and not spoken of yet keeps no closing words back', () => {
  expect(prepared().tell('process.ended', ends).told()).toEqual(words);
  const planned = prepared().tell('process.opened', { processId: 'p2', members });
  expect(planned.tell('process.ended', ends).told()).toEqual(words);
});

test('whoever has answered in the other process goes on, and hears no closing words', () => {
  const c = prepared()
    .tell('process.opened', { processId: 'p2', members })
    .consent('h1', 'prepare', { processId: 'p2' });
  expect(c.tell('process.ended', ends).told()).toEqual(['r1: workEnded']);
});

test('closing words that wait stay when something new is planned, and fall for whoever is asked and says yes', () => {
  const c = prepared().tell('process.ended', ends).tell('process.opened', { processId: 'p2', members });
  expect(waiting(c)).toEqual(words);
  expect(waiting(c.consent('h1', 'prepare', { processId: 'p2' }))).toEqual(['r1: workEnded']);
});

test('what was only planned ends without a word: who was in it never heard of it', () => {
  const c = prepared().tell('process.ended', ends).tell('process.opened', { processId: 'p2', members });
  expect(c.tell('process.ended', { ...ends, processId: 'p2' }).told()).toEqual([]);
});
