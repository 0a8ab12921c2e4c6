// A clock that differs from the database's tells no time, and a clock that is set between two looks is noticed at once.
import { ComparedClock } from './clock.js';
import { isUnavailable } from './lost-connection.js';

const DAY_MS = 86_400_000;
/** A clock of this machine and its count of milliseconds since start, both moved by hand. */
function machine() {
  const at = { wall: 1_800_000_000_000, counted: 0 };
  const clock = new ComparedClock(
    5,
    () => at.wall,
    () => at.counted,
  );
  const passes = (ms: number) => {
    at.wall += ms;
    at.counted += ms;
  };
  return { at, clock, passes };
}

test('a clock that goes with the database tells the time, however long ago they were compared', () => {
  const { at, clock, passes } = machine();
  clock.compared(at.wall + 2_000, 0, 0);
  passes(DAY_MS);
  expect([clock.now().getTime(), clock.problem(), clock.ahead()]).toEqual([at.wall, null, -2]);
});

test.each([
  ['two days ahead', 2 * DAY_MS, /172800 s ahead of the clock of the database/],
  ['two days back', -2 * DAY_MS, /172800 s behind the clock of the database/],
])('a clock set %s stamps nothing until it is right again', (_name, by, sentence) => {
  const { at, clock } = machine();
  clock.compared(at.wall, 0, 0);
  at.wall += by;
  expect(clock.problem()).toMatch(sentence);
  let refused: unknown;
  try {
    clock.now();
  } catch (error) {
    refused = error;
  }
  expect(isUnavailable(refused)).toBe(true);
  at.wall -= by;
  expect(clock.now().getTime()).toBe(at.wall);
});

test('a slow answer of the database is no wrong clock: its moment lies between question and answer', () => {
  const { at, clock, passes } = machine();
  passes(8_000);
  clock.compared(at.wall - 4_000, 0, 8_000);
  expect(clock.problem()).toBeNull();
});
