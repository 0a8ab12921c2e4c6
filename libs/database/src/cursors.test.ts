// A cursor goes on wherever it was sealed with a secret that is shared, and nowhere else.
import { randomBytes } from 'node:crypto';
import { Cursors } from './cursors.js';

const [one, other, strange] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const place = ['2026-11-30', 'a'];

test('a cursor of one process is opened by another with the same secret, and is the same cursor', () => {
  const cursor = new Cursors(one).seal('list', place);
  expect(new Cursors(one).open('list', cursor)).toEqual(place);
  expect(new Cursors(one).seal('list', place)).toBe(cursor);
});

test('while the secret is changed, a cursor of the secret before still opens; new ones are of the new secret', () => {
  const changing = new Cursors(other, one);
  expect(changing.open('list', new Cursors(one).seal('list', place))).toEqual(place);
  expect(changing.seal('list', place)).toBe(new Cursors(other).seal('list', place));
});

test('a cursor of a strange secret, of another list, or of nobody is not opened', () => {
  const changing = new Cursors(other, one);
  for (const [list, cursor] of [
    ['list', new Cursors(strange).seal('list', place)],
    ['another list', changing.seal('list', place)],
    ['list', 'AAAA'],
    ['list', ''],
  ] as const)
    expect(() => changing.open(list, cursor)).toThrow('does not belong to this list');
});
