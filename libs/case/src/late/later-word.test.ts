// What was said earlier and is written down later overtakes no later word, whatever it was about (R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const ready = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(both).beginPreparation(both);

test('R86, R95: an acknowledgement of last week does not count again after it was taken back', () => {
  const c = ready();
  const earlier = c.now();
  c.wait(24).tell('acknowledgement.takenBack', { participantId: 'r1', reason: 'why' });
  c.tell('acknowledgement.recorded', { participantId: 'r1', how: 't', on: earlier });
  expect(c.stored.facts.referral.acknowledged['r1']).toBeUndefined();
  c.tell('acknowledgement.recorded', { participantId: 'r1', how: 't' });
  expect(c.stored.facts.referral.acknowledged['r1']).toBeDefined();
});

test('R86, R95: the decision on suitability that was made last stands, in whichever order they are written down', () => {
  const c = ready();
  const earlier = c.now();
  c.wait(24).tell('suitability.decided', { processId: 'p1', suitable: false, reason: 'why' });
  c.tell('suitability.decided', { processId: 'p1', suitable: true, reason: 'why', on: earlier });
  expect([c.process().suitability.decided?.suitable, c.place()]).toEqual([false, 'suitability']);
});

test('R95: who said later that they are not ready is not ready', () => {
  const c = ready();
  const earlier = c.now();
  c.wait(24).tell('readiness.stated', { processId: 'p1', participantId: 'h1', ready: false });
  c.tell('readiness.stated', { processId: 'p1', participantId: 'h1', ready: true, on: earlier });
  expect(c.process().preparation.ready['h1']?.ready).toBe(false);
});

test('R90, R95: a sender who took back what they had agreed to is not taken at their earlier word, nor held to the earlier one after the later', () => {
  const c = ready().makeReady('letter', both).tell('preparation.completed', { processId: 'p1' });
  const letter = { processId: 'p1', communicationId: 'l' };
  c.tell('communication.drafted', { ...letter, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 'sha' });
  const own = { ...letter, participantId: 'r1' };
  const earlier = c.wait(1).now();
  c.wait(24).tell('communication.takenBack', own);
  c.tell('communication.agreed', { ...own, sha256: 'sha', on: earlier });
  expect(c.process().communication.of['l']).toMatchObject({ agreedAt: null, held: { bySender: true } });
  const later = c.wait(1).now();
  c.wait(24).tell('communication.agreed', { ...own, sha256: 'sha' });
  c.tell('communication.takenBack', { ...own, on: later });
  expect(c.process().communication.of['l']).toMatchObject({ agreedAt: expect.any(String) as string, held: null });
});

test('R58, R95: how an item ended last is how it ended', () => {
  const c = ready().makeReady('faceToFace', both).tell('preparation.completed', { processId: 'p1' });
  c.book(both).onTheDay().wait(2).begin(both);
  c.tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  const item = { processId: 'p1', itemId: 'i' };
  const what = {
    kind: 'apology',
    doer: 'r1',
    recipient: 'h1',
    dueOn: '2027-01-01',
    text: 't',
    evidence: 't',
    monitor: 't',
  } as const;
  c.tell('item.proposed', { ...item, ...what }).tell('item.checked', { ...item, proportionate: true, changed: false });
  for (const id of both) c.consent(id, 'agreementItem', { processId: 'p1', about: 'i' });
  const earlier = c.tell('item.agreed', item).wait(1).now();
  c.wait(24).tell('item.progressed', { ...item, outcome: 'notKept' });
  c.tell('item.progressed', { ...item, outcome: 'partly', on: earlier });
  expect(c.process().agreement.items['i']?.outcome?.outcome).toBe('notKept');
});
