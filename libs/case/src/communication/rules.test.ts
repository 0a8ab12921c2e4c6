// Letters and messages: the exact words, both wills, two different pairs of eyes (R49, R50).
import { given, type Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseAt, team } from '../../../../test/simulation/case-at-door.js';

const { lead, coFacilitator, safeguardingLead } = team;
const named = (all: readonly { rule: string; about: string }[]) => all.map((b) => `${b.rule} ${b.about}`);
const draft: Said = {
  by: lead,
  type: 'words.drafted',
  wordsId: 'w',
  from: 'r',
  to: 'h',
  kind: 'letter',
  text: 't2',
  sha256: 'other',
};

test('R49: another draft starts again: agreed, screened and checked anew', () => {
  const c = aCaseAt('pass').say(draft);
  expect(named(c.door('words.passed', 'w').blockers)).toEqual([
    'words w|sender',
    'words w|screening',
    'words w|secondCheck',
  ]);
});

test('R50: what is agreed and read is the exact text, by its hash', () => {
  const c = aCaseAt('pass').say(draft);
  expect(named(c.tell({ by: lead, type: 'words.agreed', wordsId: 'w', participantId: 'r', sha256: 'sha' }))).toEqual([
    'unsound sha256',
  ]);
  expect(named(c.tell({ by: lead, type: 'words.screened', wordsId: 'w', sha256: 'sha' }))).toEqual(['unsound sha256']);
  expect(named(c.tell({ by: lead, type: 'words.agreed', wordsId: 'w', participantId: 'h', sha256: 'other' }))).toEqual([
    'unknown wordsId',
  ]);
});

test('R50: the second pair of eyes is another one', () => {
  const c = aCaseAt('pass').say(draft);
  const check = (by: typeof lead): Said => ({ by, type: 'words.secondChecked', wordsId: 'w', sha256: 'other' });
  expect(named(c.tell(check(safeguardingLead)))).toEqual(['words w|screening']);
  c.say({ by: lead, type: 'words.screened', wordsId: 'w', sha256: 'other' });
  expect(() => c.tell(check(lead))).toThrow('may not');
  expect(() => c.tell(check(coFacilitator))).toThrow('may not');
  expect(c.tell(check(safeguardingLead))).toEqual([]);
});

test('R50: a co-facilitator who screened the words does not check them as well', () => {
  const c = aCaseAt('pass', { kind: 'hate' }).say(draft);
  c.say({ by: coFacilitator, type: 'words.screened', wordsId: 'w', sha256: 'other' });
  const again: Said = { by: coFacilitator, type: 'words.secondChecked', wordsId: 'w', sha256: 'other' };
  expect(named(c.tell(again))).toEqual(['author w']);
});

test('R50: nothing is passed to somebody who did not ask for it, or no longer does', () => {
  const c = aCaseAt('pass').say({
    by: lead,
    type: 'consent.withdrawn',
    participantId: 'h',
    purpose: 'receive',
    about: 'letter',
  });
  expect(named(c.door('words.passed', 'w').blockers)).toEqual(['consentEnded h|receive|letter']);
});

test('words held back are not passed', () => {
  const c = aCaseAt('pass').say({ by: lead, type: 'words.held', wordsId: 'w', reason: 't' });
  expect(named(c.door('words.passed', 'w').blockers)).toEqual(['held w', 'words w|screening', 'words w|secondCheck']);
});

test('a sign-off on passing lapses after five days', () => {
  expect(named(aCaseAt('pass').days(5.5).door('words.passed', 'w').blockers)).toEqual(['lapsed beforePassing|w']);
});

test('R50: the sender learns that it was read only when the receiver allows it', () => {
  const c = aCaseAt('pass').say({ by: lead, type: 'words.passed', wordsId: 'w' });
  expect(named(c.door('words.receiptTold', 'w').blockers)).toEqual(['consent h|receiptKnown|letter', 'outstanding w']);
  c.say({ by: lead, type: 'words.receiptNoted', wordsId: 'w', participantId: 'h', receipt: 'read' });
  expect(named(c.door('words.receiptTold', 'w').blockers)).toEqual(['consent h|receiptKnown|letter']);
  c.say(given(c.around, c.stored.facts, { participantId: 'h', purpose: 'receiptKnown', about: 'letter' }, c.at()));
  expect(c.door('words.receiptTold', 'w').open).toBe(true);
});

test('a message passes from one side to the other, and never to one’s own', () => {
  const c = aCaseAt('pass');
  expect(named(c.tell({ ...draft, wordsId: 'x', to: 'r' } as Said))).toEqual(['unsound to']);
});
