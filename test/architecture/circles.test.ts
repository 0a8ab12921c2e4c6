// The circle finder finds circles, or the architecture test would be silent for the wrong reason.
import { circlesIn } from './circles.js';

test('a straight line has no circle', () => {
  expect(
    circlesIn([
      { name: 'a', to: ['b'] },
      { name: 'b', to: ['c'] },
      { name: 'c', to: ['elsewhere'] },
    ]),
  ).toEqual([]);
});

test('a circle of three is found once, whatever hangs on it', () => {
  const nodes = [
    { name: 'start', to: ['a'] },
    { name: 'a', to: ['b', 'leaf'] },
    { name: 'b', to: ['c'] },
    { name: 'c', to: ['a'] },
    { name: 'leaf', to: [] },
  ];
  expect(circlesIn(nodes)).toEqual([['a', 'b', 'c']]);
});

test('a file that imports itself is a circle', () => {
  expect(circlesIn([{ name: 'a', to: ['a'] }])).toEqual([['a']]);
});
