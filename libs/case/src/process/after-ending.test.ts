// A process that has ended takes no more work, and says so; what was agreed in it goes on being looked after (R56, R59, R82, R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const of = { processId: 'p1' };
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const over = (): ToldCase =>
  two()
    .prepare('faceToFace', both)
    .tell('process.ended', { ...of, reason: 'other', side: 'withheld' });
const vary = { ...of, itemId: 'i', dueOn: '2026-05-01', text: 't2', reason: 'why' } as const;
/** A meeting going on, in which something was agreed. */
const agreed = (): ToldCase => {
  const c = two().prepare('faceToFace', both).book(both).onTheDay().begin(both);
  const what = { kind: 'apology', doer: 'r1', recipient: 'h1', dueOn: '2026-03-01' } as const;
  c.tell('item.proposed', { ...of, itemId: 'i', ...what, text: 't', evidence: 't', monitor: 't' });
  return settle(c);
};
/** The item as it now stands is weighed, and both say yes to it. */
const settle = (c: ToldCase): ToldCase => {
  c.tell('item.checked', { ...of, itemId: 'i', proportionate: true, changed: false });
  for (const id of both) c.consent(id, 'agreementItem', { ...of, about: 'i' });
  return c.tell('item.agreed', { ...of, itemId: 'i' });
};
const end = (how: 'asPlanned' | 'adjourned') => ({ ...of, how, aftercare: 't' });

test('R82: no kind is chosen, nobody joins, is prepared or moved, and nothing is settled or drafted in a process that has ended', () => {
  const c = over().join('o1', 'observer');
  const letter = { ...of, communicationId: 'l', from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' } as const;
  const refused = [
    c.whyNot('process.typeChosen', { ...of, processType: 'video', reason: 'why' }),
    c.whyNot('process.split', { ...of, newProcessId: 'p2', move: ['h1'], also: [] }),
    c.whyNot('process.ended', { ...of, reason: 'other', side: 'withheld' }),
    c.whyNot('member.joined', { ...of, participantId: 'o1', part: 'observer' }),
    c.whyNot('preparation.held', { ...of, participantId: 'h1', channel: 'phone' }),
    c.whyNot('arrangement.settled', { ...of, arrangement: 'venue', text: 't' }),
    c.whyNot('conference.booked', { ...of, bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z', attendees: both }),
    c.whyNot('communication.drafted', letter),
  ];
  expect(refused).toEqual(refused.map(() => ['ended p1']));
  expect(c.door('process.typeChosen')).toBeNull();
  expect(c.whyNot('checkpoint.passed', { ...of, checkpoint: 'processChoice' }, 'supervisor')).toEqual([
    'notReached processChoice',
  ]);
});

test('R22: whoever speaks for themselves does not learn by a refusal that the process has ended', () => {
  expect(over().whyNot('readiness.stated', { ...of, participantId: 'h1', ready: true }, 'person-h1')).toEqual([]);
});

test('R95: what was done before the end is written down after it', () => {
  const c = two().prepare('faceToFace', both);
  const on = c.now();
  c.wait(2).tell('process.ended', { ...of, reason: 'other', side: 'withheld' });
  expect(c.whyNot('preparation.held', { ...of, participantId: 'h1', channel: 'phone', on })).toEqual([]);
});

test('R56, R59: what was agreed is varied and agreed again after the process has ended', () => {
  const c = agreed().tell('conference.ended', end('asPlanned')).sign('afterProcess');
  c.tell('item.progressed', { ...of, itemId: 'i', outcome: 'notCompleted' });
  c.tell('process.ended', { ...of, reason: 'delivered', side: 'withheld' }).tell('item.varied', vary);
  settle(c);
  expect(c.process().agreement.items['i']).toMatchObject({ dueOn: '2026-05-01', text: 't2' });
  expect(c.process().agreement.items['i']?.agreedAt).not.toBeNull();
});

test('R56, R81: what was agreed does not freeze when the process goes back to what people say', () => {
  const c = agreed().tell('conference.ended', end('adjourned'));
  c.tell('consent.withdrawn', { ...of, participantId: 'h1', purpose: 'takePart', about: 'faceToFace' });
  expect(c.place()).toBe('consent');
  settle(c.tell('item.varied', vary));
  c.tell('item.progressed', { ...of, itemId: 'i', outcome: 'completed' });
  expect(c.process().agreement.items['i']?.outcome?.outcome).toBe('completed');
});
