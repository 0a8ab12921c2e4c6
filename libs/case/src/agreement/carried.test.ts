// What was agreed is kept by what passes from the one who promised to the one it was for, and by nothing between others (R56, R90).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const of = { processId: 'p1' };
/** r1 promised h1 a letter at a meeting, and a second process carries it, between these two. */
const promised = (from: string, to: string): ToldCase => {
  const both = ['h1', 'r1'];
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both).book(both);
  c.onTheDay().begin(both).join('h2', 'harmed');
  const item = { kind: 'apology', doer: 'r1', recipient: 'h1', dueOn: '2026-03-01' } as const;
  c.tell('item.proposed', { ...of, itemId: 'i', ...item, text: 't', evidence: 't', monitor: 't' });
  c.tell('item.checked', { ...of, itemId: 'i', proportionate: true, changed: false });
  for (const id of both) c.consent(id, 'agreementItem', { ...of, about: 'i' });
  c.tell('item.agreed', { ...of, itemId: 'i' }).tell('conference.ended', { ...of, how: 'asPlanned', aftercare: 't' });
  const harmed = to === 'r1' ? from : to;
  c.sign('afterProcess').tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: harmed, part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
    carries: { ...of, itemId: 'i' },
  });
  c.prepare('letter', [harmed, 'r1'], 'p2').consent(to, 'receive', { processId: 'p2', about: 'letter' });
  const l = { processId: 'p2', communicationId: 'l' };
  c.tell('communication.drafted', { ...l, from, to, kind: 'letter', text: 't', sha256: 's' });
  c.tell('communication.agreed', { ...l, participantId: from, sha256: 's' });
  c.tell('communication.screened', { ...l, sha256: 's' });
  c.tell('communication.secondChecked', { ...l, sha256: 's' }, 'supervisor').sign('beforePassing', 'p2', 'l');
  return c.tell('communication.passed', { ...l, how: 'sent' });
};

test.each([
  ['r1', 'h1', []],
  ['r1', 'h2', ['outstanding i']],
  ['h1', 'r1', ['outstanding i']],
])('a letter from %s to %s: what r1 promised h1 is kept by no other', (from, to, outstanding) => {
  const end = { ...of, reason: 'delivered', side: 'withheld' } as const;
  expect(promised(from, to).whyNot('process.ended', end)).toEqual(outstanding);
});
