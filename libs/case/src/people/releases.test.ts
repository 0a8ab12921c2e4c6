// What one person learns of another goes to one named person, who is confirmed, told of the case and safely reachable, and never of somebody who left (R58, R91).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const of = { processId: 'p1' };
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const doubted = { participantId: 'r1', reason: 'why' } as const;
const unsafe = (participantId: string) => ({ participantId, reason: 'unsafe' }) as const;
/** Something done by one for the other, as it went. */
const done = (doer: string, recipient: string): ToldCase => {
  const c = two().prepare('faceToFace', both).book(both).onTheDay().begin(both);
  const what = { kind: 'apology', doer, recipient, dueOn: '2026-03-01' } as const;
  c.tell('item.proposed', { ...of, itemId: 'i', ...what, text: 't', evidence: 't', monitor: 't' });
  c.tell('item.checked', { ...of, itemId: 'i', proportionate: true, changed: false });
  for (const id of both) c.consent(id, 'agreementItem', { ...of, about: 'i' });
  c.tell('item.agreed', { ...of, itemId: 'i' }).tell('conference.ended', { ...of, how: 'asPlanned', aftercare: 't' });
  return c.tell('item.progressed', { ...of, itemId: 'i', outcome: 'completed' });
};
const tell = { ...of, itemId: 'i' };

test('R91: interest of somebody who has left is told to nobody, though they never took their yes back', () => {
  const c = two().consent('h1', 'interest', { about: 'r1' });
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' })).toEqual([]);
  c.tell('participant.left', { participantId: 'h1', reason: 'declined' }, 'coordinator');
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' })).toEqual(['unknown h1']);
});

test('R50, R91: a sender whose identity is in doubt, or who left as unsafe, does not learn that it was read', () => {
  const c = two()
    .prepare('letter', both)
    .consent('h1', 'receive', { ...of, about: 'letter' });
  const l = { ...of, communicationId: 'l' };
  c.tell('communication.drafted', { ...l, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' });
  c.tell('communication.agreed', { ...l, participantId: 'r1', sha256: 's' });
  c.tell('communication.screened', { ...l, sha256: 's' });
  c.tell('communication.secondChecked', { ...l, sha256: 's' }, 'supervisor').sign('beforePassing', 'p1', 'l');
  c.tell('communication.passed', { ...l, how: 'sent' });
  c.tell('communication.receiptNoted', { ...l, participantId: 'h1', receipt: 'read' });
  c.consent('h1', 'receiptKnown', { ...of, about: 'letter' });
  expect(c.door('communication.receiptTold', 'p1', 'l')).toEqual([]);
  c.tell('identity.doubted', doubted);
  expect(c.door('communication.receiptTold', 'p1', 'l')).toEqual(['identity r1']);
  c.tell('identity.confirmed', { participantId: 'r1' }).tell('participant.left', unsafe('r1'), 'coordinator');
  expect(c.door('communication.receiptTold', 'p1', 'l')).toEqual(['approachBasis r1']);
});

test('R58, R91: how it went is told to the person harmed only while they can be reached', () => {
  const c = done('r1', 'h1');
  expect(c.whyNot('item.recipientTold', tell)).toEqual([]);
  c.tell('participant.left', unsafe('h1'), 'coordinator');
  expect(c.whyNot('item.recipientTold', tell)).toEqual(['approachBasis h1']);
});

test('R58, R91: and the other way, to a person responsible who is confirmed', () => {
  const c = done('h1', 'r1').tell('identity.doubted', doubted);
  expect(c.whyNot('item.recipientTold', tell)).toEqual(['identity r1']);
});

test('R84: what one learns of another waits while a concern is open', () => {
  const c = done('r1', 'h1').tell('concern.raised', { concernId: 'k', about: 'h1', text: 't' });
  expect(c.whyNot('item.recipientTold', tell)).toEqual(['concern k']);
});

test('R81: nobody of another process does anything, or has anything done for them, in this one', () => {
  const c = two().prepare('faceToFace', both).join('h2', 'harmed').book(both).onTheDay().begin(both);
  const what = { kind: 'apology', dueOn: '2026-03-01', text: 't', evidence: 't', monitor: 't' } as const;
  const proposed = { ...of, itemId: 'i', ...what, doer: 'r1' };
  expect(c.whyNot('item.proposed', { ...proposed, recipient: 'h2' })).toEqual(['unknown recipient']);
  expect(c.whyNot('item.proposed', { ...proposed, doer: 'h2' })).toEqual(['unknown doer']);
  expect(c.whyNot('item.proposed', { ...proposed, recipient: 'h1' })).toEqual([]);
});
