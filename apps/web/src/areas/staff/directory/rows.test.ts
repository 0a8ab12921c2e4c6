// A directory file is sent on in parts, and every row keeps its place.
import { partsOf, rowsIn } from './rows.js';

test('a list, one service and a page of another directory are read; anything else is no directory', () => {
  expect(rowsIn('\uFEFF[1, 2]')).toEqual([1, 2]);
  expect(rowsIn('{"id": 1}')).toEqual([{ id: 1 }]);
  expect(rowsIn('{"contents": [3]}')).toEqual([3]);
  for (const text of ['', 'no', '7', 'null']) expect(rowsIn(text)).toBeNull();
});

test('many rows go in several parts, and one that is too long for any is named by its place', () => {
  const rows = [...Array.from({ length: 6 }, () => 'x'.repeat(30_000)), 'y'.repeat(60_000), 'z'];
  const { parts, tooLong } = partsOf(rows);
  // Three of 30,002 characters fit into 120,000, and a fourth does not; what follows a row that is left out begins a part.
  expect(parts.map((part) => [part.firstRow, part.rows.length])).toEqual([
    [1, 3],
    [4, 3],
    [8, 1],
  ]);
  expect(tooLong).toEqual([7]);
});
