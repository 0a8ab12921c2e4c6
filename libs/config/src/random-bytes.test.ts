// A key that somebody made up is refused; one that a generator made is not.
import { createHash } from 'node:crypto';
import { isMadeUp } from './random-bytes.js';

const random = createHash('sha512').update('as good as random').digest();
const made = (byte: (at: number) => number, length = 32) =>
  Buffer.from(Array.from({ length }, (_none, at) => byte(at) & 0xff)).toString('base64');

test.each<[string, string]>([
  ['is too short', random.subarray(0, 31).toString('base64')],
  ['is all zeros', made(() => 0)],
  ['counts up', made((at) => at)],
  ['counts down in threes', made((at) => 250 - 3 * at)],
  ['counts faster and faster', made((at) => at * at)],
  ['is every other value of a byte', made((at) => (at % 2 ? at : 255 - at))],
  ['is sixteen random bytes twice', Buffer.concat([random.subarray(0, 16), random.subarray(0, 16)]).toString('base64')],
  ['is twelve random bytes over and over', made((at) => random[at % 12] ?? 0, 48)],
  ['is sixteen random bytes and their mirror', made((at) => random[at < 16 ? at : 31 - at] ?? 0)],
  ['is a text that was encoded', Buffer.from('It was a dark and stormy night, 1830').toString('base64')],
  ['is a phrase in small letters', 'itwasadarkandstormynightandtherainfellintorrents'],
  ['is the alphabet', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq='],
  ['is from an example', 'changemechangemeABCDEFGHIJKLMNOPQRSTUVWXYZ0='],
])('a key that %s is made up', (_name, text) => {
  expect(isMadeUp(text)).toBe(true);
});

test('a thousand keys of a generator are believed', () => {
  const keys = Array.from({ length: 1_000 }, (_none, at) => createHash('sha256').update(`key ${at}`).digest('base64'));
  expect(keys.filter(isMadeUp)).toEqual([]);
});
