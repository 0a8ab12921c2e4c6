// What follows from an event does not depend on the order in which a stored record comes back: the facts stay the fold of the journal.
import { decide, fold, type StoredCase } from '../index.js';
import { ToldCase } from '../../../../test/harness/case/told-case.js';

/** The same case as a database may give it back: every record with its entries the other way round. */
const turned = <T>(value: T): T =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, turned(inner as unknown)]),
      ) as T)
    : value;

/** r1 in two processes, each with a meeting that is booked. */
const twoMeetings = (): ToldCase => {
  const c = new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('video', ['h1', 'r1'])
    .join('h2', 'harmed');
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  return c.prepare('video', ['h2', 'r1'], 'p2').book(['h1', 'r1']).book(['h2', 'r1'], 4, 'p2');
};

test('a withdrawal that calls off two meetings queues the same messages from a case as it was told and as it was stored', () => {
  const c = twoMeetings();
  const event = {
    type: 'consent.withdrawn',
    participantId: 'r1',
    purpose: 'contact',
    at: c.now(),
    by: 'lead',
  } as const;
  const next = (stored: StoredCase) => {
    const decision = decide(stored, event, c.settings);
    return decision.ok ? decision.next.facts.post : decision;
  };
  expect(next(turned(c.stored))).toEqual(next(c.stored));
  expect(next(c.stored)).toEqual(fold([...c.journal, event]).facts.post);
});

test('a case that is reopened begins again with the same people, from a case as it was told and as it was stored', () => {
  const c = twoMeetings();
  c.tell('conference.cancelled', { processId: 'p1', reason: 't' }).tell('conference.cancelled', {
    processId: 'p2',
    reason: 't',
  });
  c.tell('case.closed', { reason: 'noProcessWanted', side: 'withheld' });
  const event = { type: 'case.reopened', processId: 'p3', reason: 't', at: c.now(), by: 'manager' } as const;
  const members = (stored: StoredCase) => {
    const decision = decide(stored, event, c.settings);
    return decision.ok ? Object.keys(decision.next.facts.processes['p3']?.members.of ?? {}).toSorted() : decision;
  };
  expect(members(turned(c.stored))).toEqual(members(c.stored));
});
