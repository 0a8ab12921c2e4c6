// What we make we know again, also while the key is being replaced; what we did not make we know by its check.
import { createSecretKey, randomBytes } from 'node:crypto';
import { Keys } from './secrets.js';

const key = (text: string) => createSecretKey(Buffer.alloc(32, text));
const keys = new Keys([key('in use')]);
const replaced = new Keys([key('the next'), key('in use')]);
const stranger = new Keys([key('another')]);

test('a token, an invitation and a one-time code made here are known, and those of another key are not', () => {
  const [token, invitation] = [keys.makeToken(), keys.makeInvitationCode()];
  const [hash] = keys.invitationHashes(invitation) ?? [Buffer.alloc(0)];
  const code = keys.makeOneTimeCode('sent', hash);
  for (const each of [keys, replaced]) {
    expect(each.isToken(token)).toBe(true);
    const hashes = each.invitationHashes(invitation) ?? [];
    expect(hashes).toContainEqual(hash);
    expect(each.seen(code, hashes)).toBe('sent');
  }
  expect(stranger.isToken(token)).toBe(false);
  expect(stranger.invitationHashes(invitation)).toBeNull();
  expect(stranger.seen(code, [hash])).toBe('wrong');
});

test('the form is that of the letter: four groups of four, and three groups of four digits', () => {
  const invitation = keys.makeInvitationCode();
  expect(invitation).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(keys.makeOneTimeCode('sent', Buffer.alloc(32))).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  expect(keys.makeToken()).toMatch(/^cs_[\w-]{64}$/);
});

test('a one-time code says how it came, and is good for its own invitation alone', () => {
  const [mine, theirs] = [randomBytes(32), randomBytes(32)];
  const [sent, readOut] = [keys.makeOneTimeCode('sent', mine), keys.makeOneTimeCode('readOut', mine)];
  expect([keys.seen(sent, [mine]), keys.seen(readOut, [mine])]).toEqual(['sent', 'readOut']);
  expect([keys.seen(sent, [theirs]), keys.seen(readOut, [theirs])]).toEqual(['wrong', 'wrong']);
});

test.each(['', '1234', '1234-5678', '1234-5678-90123', 'ABCD-EFGH-JKMN', '12a4-5678-9012'])(
  'a one-time code that can be none is no try: %j',
  (typed) => {
    expect(keys.seen(typed, [Buffer.alloc(32)])).toBe('none');
  },
);

test('of a hundred invented codes, tokens and invitations none passes for one that was made', () => {
  const invented = Array.from({ length: 100 }, (_none, at) => String(7_919 * (at + 1)).padStart(12, '9'));
  const passes = (code: string) =>
    keys.seen(code, [Buffer.alloc(32)]) !== 'wrong' ||
    keys.invitationHashes(`ABCD${code}`) !== null ||
    keys.isToken(`cs_${code.padEnd(64, 'A')}`);
  expect(invented.filter(passes)).toEqual([]);
});

test('one character more, less or another makes a token that was never made', () => {
  const token = keys.makeToken();
  const changed = [token.slice(0, -1), `${token}A`, token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')), ''];
  expect(changed.filter((each) => keys.isToken(each))).toEqual([]);
});
