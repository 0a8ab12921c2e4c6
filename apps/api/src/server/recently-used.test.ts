// A bounded memory forgets what was used longest ago.
import { RecentlyUsed } from './recently-used.js';

test('what was used longest ago goes first, and what was used again stays', () => {
  const memory = new RecentlyUsed<number>(2);
  memory.set('a', 1);
  memory.set('b', 2);
  memory.get('a');
  memory.set('c', 3);
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3]);
});

test('a key that is set again takes one place', () => {
  const memory = new RecentlyUsed<number>(2);
  memory.set('a', 1);
  memory.set('a', 2);
  memory.set('b', 3);
  expect(memory.get('a')).toBe(2);
  expect(memory.size).toBe(2);
});
