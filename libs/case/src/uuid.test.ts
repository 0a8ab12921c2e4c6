// An id from outside names one row or none, and never breaks a statement.
import { idOrNone, isUuid, NO_ID, uuidsIn } from './uuid.js';

const id = '0196f1a2-0000-7000-8000-00000000abcd';

test('a UUID in letters of either case is one, and nothing else is', () => {
  expect([id, id.toUpperCase()].map(isUuid)).toEqual([true, true]);
  const others = [
    '',
    'clock',
    id.slice(1),
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
    id.replaceAll('-', ''),
    id.replace('a', 'g'),
  ];
  expect(others.filter(isUuid)).toEqual([]);
});

test('a text from outside names the id in lower case, or the id that nothing has', () => {
  expect(idOrNone(id.toUpperCase())).toBe(id);
  expect(idOrNone('R-2026-1')).toBe(NO_ID);
  expect(NO_ID).toBe('00000000-0000-0000-0000-000000000000');
});

test('the ids in a text are found wherever they stand', () => {
  const other = '0196f1a2-0000-7000-8000-000000000001';
  expect(uuidsIn(`${id}|takePart|${other}`)).toEqual([id, other]);
  expect(uuidsIn('takePart')).toEqual([]);
});
