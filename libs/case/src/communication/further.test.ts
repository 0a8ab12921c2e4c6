// Further messages between the same two people: screening in proportion, after the first was checked, signed and passed on (R49, R50, R100).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { CommunicationKind, ProcessType } from '../vocabulary/process-types.js';

const SHA = { sha256: 's' };
/** Drafted by one for the other, agreed by its sender and screened by the lead; nobody else has looked at it. */
function screened(c: ToldCase, communicationId: string, from: string, to: string, kind: CommunicationKind): ToldCase {
  const of = { processId: 'p1', communicationId };
  return c
    .tell('communication.drafted', { ...of, from, to, kind, text: 't', ...SHA })
    .tell('communication.agreed', { ...of, participantId: from, ...SHA })
    .tell('communication.screened', { ...of, ...SHA });
}
const passed = (c: ToldCase, communicationId: string): ToldCase =>
  c.tell('communication.passed', { processId: 'p1', communicationId, how: 'handedOver' });
/** Two people whose first message was read by two, signed by the supervisor and passed on. */
function afterTheFirst(type: ProcessType = 'shuttle', kind: CommunicationKind = 'shuttleMessage'): ToldCase {
  const c = new ToldCase().join('r1', 'responsible').join('h1', 'harmed').prepare(type, ['h1', 'r1']);
  for (const id of ['h1', 'r1']) c.consent(id, 'receive', { processId: 'p1', about: kind });
  screened(c, 'one', 'r1', 'h1', kind);
  c.tell('communication.secondChecked', { processId: 'p1', communicationId: 'one', ...SHA }, 'supervisor');
  return passed(c.sign('beforePassing', 'p1', 'one'), 'one');
}
const alone = ['checkpoint beforePassing|two', 'communication two,secondCheck'];
const before = (c: ToldCase, id = 'two') => c.door('communication.passed', 'p1', id)?.toSorted();

test('R49, R100: an answer goes on with the first message once somebody has screened it; unread it goes nowhere', () => {
  const c = afterTheFirst();
  const of = { processId: 'p1', communicationId: 'two' };
  c.tell('communication.drafted', { ...of, from: 'h1', to: 'r1', kind: 'shuttleMessage', text: 't', ...SHA });
  expect(before(c)).toEqual(['communication two,screening', 'communication two,sender']);
  c.tell('communication.agreed', { ...of, participantId: 'h1', ...SHA }).tell('communication.screened', {
    ...of,
    ...SHA,
  });
  expect(before(c)).toEqual([]);
  expect(before(screened(passed(c, 'two'), 'three', 'r1', 'h1', 'shuttleMessage'), 'three')).toEqual([]);
});

test('R50: a letter is checked and signed by itself, however many went before', () => {
  expect(before(screened(afterTheFirst('letter', 'letter'), 'two', 'r1', 'h1', 'letter'))).toEqual(alone);
});

test('R33: what was signed of the first counts for the five days that a sign-off of a message lasts', () => {
  const later = screened(afterTheFirst().wait(5 * 24 + 1), 'two', 'r1', 'h1', 'shuttleMessage');
  expect(before(later)).toEqual(alone);
});

test('R49: what somebody held back, or would not sign, is checked and signed by itself', () => {
  const of = { processId: 'p1', communicationId: 'two' };
  const refused = screened(afterTheFirst(), 'two', 'r1', 'h1', 'shuttleMessage').tell(
    'checkpoint.refused',
    { processId: 'p1', checkpoint: 'beforePassing', about: 'two', reason: 't' },
    'supervisor',
  );
  expect(before(refused)).toEqual(['communication two,secondCheck', 'refused beforePassing|two']);
  const held = screened(afterTheFirst(), 'two', 'r1', 'h1', 'shuttleMessage').tell('communication.held', {
    ...of,
    reason: 't',
  });
  expect(before(screened(held, 'two', 'r1', 'h1', 'shuttleMessage'))).toEqual(alone);
});

test('R49: between others nothing was signed yet', () => {
  const c = new ToldCase().join('r1', 'responsible').join('h1', 'harmed').join('h2', 'harmed');
  c.prepare('shuttle', ['h1', 'h2', 'r1']);
  for (const id of ['h1', 'h2']) c.consent(id, 'receive', { processId: 'p1', about: 'shuttleMessage' });
  screened(c, 'one', 'r1', 'h1', 'shuttleMessage');
  c.tell('communication.secondChecked', { processId: 'p1', communicationId: 'one', ...SHA }, 'supervisor');
  passed(c.sign('beforePassing', 'p1', 'one'), 'one');
  expect(before(screened(c, 'two', 'r1', 'h2', 'shuttleMessage'))).toEqual(alone);
});
