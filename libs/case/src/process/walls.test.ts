// What is between two people, or of another process, is not used against others, nor to pass a shut door (R81, R84, R89, R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const order = { orderId: 'o', participantId: 'r1', forbids: ['message'], from: '2026-01-01T00:00:00.000Z' } as const;
const letter = (people: readonly string[]): ToldCase => {
  const c = people.includes('h2') ? two().join('h2', 'harmed') : two();
  c.prepare('letter', people).consent('h1', 'receive', { processId: 'p1', about: 'letter' });
  const l = { processId: 'p1', communicationId: 'l' };
  c.tell('communication.drafted', { ...l, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' });
  c.tell('communication.agreed', { ...l, participantId: 'r1', sha256: 's' });
  c.tell('communication.screened', { ...l, sha256: 's' });
  return c.tell('communication.secondChecked', { ...l, sha256: 's' }, 'supervisor').sign('beforePassing', 'p1', 'l');
};

test('R81, R89: an order between the sender and a third person leaves a letter to another alone', () => {
  const c = letter(['h1', 'r1', 'h2']).tell('order.recorded', { ...order, towards: 'h2' });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual([]);
  c.tell('order.recorded', { ...order, orderId: 'o2', towards: 'h1' });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual(['order o2']);
});

test('R89: an order that is over is not ended again, and ending it makes it no longer', () => {
  const c = two().tell('order.recorded', { ...order, until: '2026-02-01T00:00:00.000Z' });
  c.tell('order.ended', { orderId: 'o' });
  const { until } = c.stored.facts.safeguarding.orders['o'] ?? {};
  expect(until).toBe(c.now());
  c.wait(24);
  expect(c.whyNot('order.ended', { orderId: 'o' })).toEqual(['unsound orderId']);
});

test('R84: contact that is said to be about a process of others does not pass by what freezes one’s own', () => {
  const c = two().join('h2', 'harmed');
  c.tell('process.opened', { processId: 'p2', members: [{ participantId: 'h2', part: 'harmed' }] });
  c.tell('case.paused', { pauseId: 'z', processId: 'p1', reason: 'why' });
  const call = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
  expect(c.whyNot('contact.attempted', call)).toEqual(['paused z']);
  expect(c.whyNot('contact.attempted', { ...call, processId: 'p2' })).toEqual(['member h1']);
});

test('R86: nobody is prepared for a process that is not found suitable, or no longer', () => {
  const c = two().prepare('faceToFace', both);
  c.tell('suitability.decided', { processId: 'p1', suitable: false, reason: 'why' });
  expect(c.door('preparation.held', 'p1', 'h1')).toEqual(['outstanding p1,suitability']);
});

test('R92: that somebody has died or was never involved is said of them, and reaches every process', () => {
  const c = two().prepare('faceToFace', both);
  for (const reason of ['died', 'wronglyNamed'] as const)
    expect(c.whyNot('member.left', { processId: 'p1', participantId: 'h1', reason })).toEqual(['unsound reason']);
  expect(c.whyNot('member.left', { processId: 'p1', participantId: 'h1', reason: 'notNow' })).toEqual([]);
});
