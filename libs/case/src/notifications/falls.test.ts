// A queued message falls when its reason falls, and the same journal queues the same messages however its record was stored (R85).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { fold } from '../fold.js';
import type { StoredCase } from '../stored.js';

const both = ['h1', 'r1'];
const waiting = (c: ToldCase): string[] =>
  Object.values(c.stored.facts.post.queued)
    .map((n) => `${n.to}: ${n.template}`)
    .toSorted();
/** A meeting with an interpreter who has agreed to come. */
const withInterpreter = (): ToldCase => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('i1', 'interpreter');
  c.prepare('faceToFace', both).join('i2', 'interpreter');
  return c.consent('i1', 'takePart', { processId: 'p1', about: 'faceToFace' }).book([...both, 'i1'], 20);
};
const swap = (participantId: string, newParticipantId: string) => ({
  processId: 'p1',
  participantId,
  newParticipantId,
});

test('R83, R85: an interpreter who is swapped out and back again does not hear that the meeting is off', () => {
  const c = withInterpreter().tell('member.replaced', swap('i1', 'i2'));
  expect(waiting(c)).toContain('i1: meetingOff');
  c.wait(1).tell('member.replaced', swap('i2', 'i1'));
  expect(waiting(c).filter((line) => line.endsWith('meetingOff'))).toEqual(['i2: meetingOff']);
});

test('R85: when a meeting has begun, nobody is told any more when it is or who will come', () => {
  const c = withInterpreter();
  expect(waiting(c)).toEqual(['h1: meetingBooked', 'i1: meetingBooked', 'r1: meetingBooked']);
  c.onTheDay().begin([...both, 'i1']);
  expect(waiting(c)).toEqual([]);
});

/** A record as a database gives it back: the same, in another order of its keys. */
const reordered = (stored: StoredCase): StoredCase => {
  const turn = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turn)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, turn(inner)]),
          )
        : value;
  return turn(JSON.parse(JSON.stringify(stored))) as StoredCase;
};
test('closing words speak of the same process, in whatever order the record of several came back', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
  for (const processId of ['p3', 'p2'])
    c.tell('process.opened', {
      processId,
      members: [
        { participantId: 'h1', part: 'harmed' },
        { participantId: 'r1', part: 'responsible' },
      ],
    });
  c.stored = reordered(c.stored);
  c.tell('case.closed', { reason: 'noReply', side: 'withheld' });
  expect(c.stored).toEqual(fold(c.journal));
});
