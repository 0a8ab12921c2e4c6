// Letters and messages: the exact text, both wills, two different pairs of eyes (R49, R50, R89, R90).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const of = { processId: 'p1', communicationId: 'l' };
const draft = { ...of, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' } as const;
const pass = { ...of, how: 'handedOver' } as const;
const exchange = (): ToldCase =>
  new ToldCase()
    .join('r1', 'responsible')
    .join('h1', 'harmed')
    .prepare('letter', ['h1', 'r1'])
    .consent('h1', 'receive', { processId: 'p1', about: 'letter' });
const drafted = (): ToldCase => exchange().tell('communication.drafted', draft);
const checked = (): ToldCase =>
  drafted()
    .tell('communication.agreed', { ...of, participantId: 'r1', sha256: 's' })
    .tell('communication.screened', { ...of, sha256: 's' })
    .tell('communication.secondChecked', { ...of, sha256: 's' }, 'supervisor')
    .sign('beforePassing', 'p1', 'l');

test('the letter stands ready, so that what holds it is seen', () => {
  expect(checked().door('communication.passed', 'p1', 'l')).toEqual([]);
});

test('R49: another draft starts again: agreed, screened and checked anew, and signed off anew', () => {
  const c = checked().tell('communication.drafted', { ...draft, text: 't2', sha256: 'other' });
  expect(c.door('communication.passed', 'p1', 'l')?.toSorted()).toEqual([
    'communication l,screening',
    'communication l,secondCheck',
    'communication l,sender',
    'lapsed beforePassing|l',
  ]);
});

test('R50: what is agreed and read is the exact text, by its hash, and by its sender', () => {
  const c = drafted();
  expect(c.whyNot('communication.agreed', { ...of, participantId: 'r1', sha256: 'x' })).toEqual(['unsound sha256']);
  expect(c.whyNot('communication.screened', { ...of, sha256: 'x' })).toEqual(['unsound sha256']);
  expect(c.whyNot('communication.agreed', { ...of, participantId: 'h1', sha256: 's' })).toEqual([
    'unknown communicationId',
  ]);
  expect(c.whyNot('communication.takenBack', { ...of, participantId: 'h1' })).toEqual(['unknown communicationId']);
});

test('R50: the second pair of eyes comes after the first, and is another one', () => {
  const c = drafted();
  const check = (by: string): string[] => c.whyNot('communication.secondChecked', { ...of, sha256: 's' }, by);
  expect(check('supervisor')).toEqual(['communication l,screening']);
  c.tell('communication.screened', { ...of, sha256: 's' }, 'co');
  expect(check('co')).toEqual(['author l']);
  expect(check('supervisor')).toEqual([]);
});

test('R50: nothing is passed to somebody who did not ask for it, or no longer does', () => {
  const c = checked().tell('consent.withdrawn', {
    participantId: 'h1',
    purpose: 'receive',
    processId: 'p1',
    about: 'letter',
  });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual(['consentEnded h1|receive|p1|letter']);
});

test('R50, R90: what is held back is not passed, and the sender is asked again', () => {
  const c = checked().tell('communication.held', { ...of, reason: 'why' });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual([
    'held l',
    'communication l,sender',
    'communication l,screening',
    'communication l,secondCheck',
  ]);
});

test('a sign-off on passing lapses after five days, and is not made before the sender agreed', () => {
  expect(
    checked()
      .wait(5.5 * 24)
      .door('communication.passed', 'p1', 'l'),
  ).toEqual(['lapsed beforePassing|l']);
  const sign = { processId: 'p1', checkpoint: 'beforePassing', about: 'l' } as const;
  expect(drafted().whyNot('checkpoint.passed', sign, 'supervisor')).toEqual(['notReached beforePassing']);
});

test('R86: without acknowledgement or a confirmed identity nothing passes', () => {
  const c = checked().tell('acknowledgement.takenBack', { participantId: 'r1', reason: 'why' });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual(['acknowledgement r1']);
  const d = checked().tell('identity.doubted', { participantId: 'r1', reason: 'why' });
  expect(d.door('communication.passed', 'p1', 'l')).toEqual(['identity r1']);
});

test('R38, R89: an order against messages, also through others, shuts the passing; one against meetings does not', () => {
  const order = { orderId: 'o', participantId: 'r1', towards: 'h1', from: '2026-01-01T00:00:00Z' };
  const c = checked().tell('order.recorded', { ...order, forbids: ['message'] });
  expect(c.door('communication.passed', 'p1', 'l')).toEqual(['order o']);
  const d = checked().tell('order.recorded', { ...order, forbids: ['meeting'] });
  expect(d.door('communication.passed', 'p1', 'l')).toEqual([]);
});

test('R50: the sender learns that it was read only when it was, and the receiver allows it', () => {
  const c = checked().tell('communication.passed', pass);
  expect(c.door('communication.receiptTold', 'p1', 'l')?.toSorted()).toEqual([
    'consent h1|receiptKnown|p1|letter',
    'outstanding l',
  ]);
  expect(c.whyNot('communication.receiptNoted', { ...of, participantId: 'r1', receipt: 'read' })).toEqual([
    'unknown communicationId',
  ]);
  c.tell('communication.receiptNoted', { ...of, participantId: 'h1', receipt: 'read' });
  expect(c.door('communication.receiptTold', 'p1', 'l')).toEqual(['consent h1|receiptKnown|p1|letter']);
  c.consent('h1', 'receiptKnown', { processId: 'p1', about: 'letter' });
  expect(c.door('communication.receiptTold', 'p1', 'l')).toEqual([]);
});

test('a message passes from one side to the other, and never to one’s own', () => {
  expect(exchange().whyNot('communication.drafted', { ...draft, to: 'r1' })).toEqual(['unsound to']);
});

test('R90: what was passed on is delivered: nothing is drafted over it, held or taken back, and it ends without anybody’s yes', () => {
  const c = checked().tell('communication.passed', pass);
  expect(c.whyNot('communication.drafted', { ...draft, sha256: 'other' })).toEqual(['unsound communicationId']);
  expect(c.whyNot('communication.held', { ...of, reason: 'why' })).toEqual(['unsound communicationId']);
  expect(c.whyNot('communication.takenBack', { ...of, participantId: 'r1' })).toEqual(['unsound communicationId']);
  c.wait(200 * 24);
  expect(c.whyNot('exchange.ended', { processId: 'p1', how: 'asPlanned' })).toEqual([]);
});

test('R87: an exchange in which nothing was passed is not ended as done', () => {
  expect(checked().whyNot('exchange.ended', { processId: 'p1', how: 'asPlanned' })).toEqual(['outstanding p1']);
});

test('R90: a receiver may have a companion of their own for reading, who attends nothing and needs nobody’s yes', () => {
  const c = checked().join('c1', 'supporter', { supports: 'h1' }).join('c2', 'supporter', { supports: 'r1' });
  c.tell('member.joined', { processId: 'p1', participantId: 'c1', part: 'companion', of: 'h1' });
  c.tell('member.joined', { processId: 'p1', participantId: 'c2', part: 'companion', of: 'r1' }).sign('processChoice');
  expect(c.whyNot('communication.passed', { ...pass, how: 'readAloud', companions: ['c2'] })).toEqual(['companion c2']);
  c.tell('communication.passed', { ...pass, how: 'readAloud', companions: ['c1'] });
  expect(c.process().communication.of['l']).toMatchObject({ how: 'readAloud' });
});

test.each([
  ['recordedMessage', 'recording', ['aftercare', 'scriptApproved', 'copiesAndDestruction']],
  ['shuttle', 'shuttleMessage', ['aftercare']],
] as const)('R47: a %s passes %s only, with its own safeguards settled', (type, kind, arrangements) => {
  const c = new ToldCase()
    .join('r1', 'responsible')
    .join('h1', 'harmed')
    .prepare(type, ['h1', 'r1'])
    .consent('h1', 'receive', { processId: 'p1', about: kind });
  expect(Object.keys(c.process().preparation.arrangements).toSorted()).toEqual([...arrangements].toSorted());
  c.tell('communication.drafted', { ...draft, kind }).tell('communication.drafted', { ...draft, communicationId: 'x' });
  expect(c.door('communication.passed', 'p1', 'x')).toContain('processType letter');
  expect(c.door('communication.passed', 'p1', 'l')?.filter((b) => b.startsWith('processType'))).toEqual([]);
});

test('R49, R90: a sender who speaks of what was passed is heard, learns nothing by it, and nothing changes', () => {
  const c = checked().tell('communication.passed', pass);
  const before = c.process().communication.of['l'];
  c.wait(1).tell('communication.takenBack', { ...of, participantId: 'r1' }, 'person-r1');
  c.wait(1).tell('communication.agreed', { ...of, participantId: 'r1', sha256: 's' }, 'person-r1');
  expect(c.process().communication.of['l']).toEqual(before);
});
