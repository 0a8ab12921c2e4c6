// What may be set for a bench is read whole, or refused by name.
import { benchSettings } from './settings.js';

test('nothing set: the whole bench, a hundred thousand cases, three rounds of three seconds', () => {
  expect(benchSettings([], {})).toEqual({ cases: 100_000, seconds: 3, rounds: 3, json: false, quick: false, only: '' });
});

test('the short form has twenty thousand cases unless it is told otherwise', () => {
  expect(benchSettings(['--quick'], {})).toMatchObject({ quick: true, cases: 20_000 });
  expect(benchSettings(['--quick'], { BENCH_CASES: '2000' })).toMatchObject({ quick: true, cases: 2_000 });
});

test('cases go up to a million, and seconds may be broken', () => {
  const env = { BENCH_CASES: '1000000', BENCH_SECONDS: '0.5', BENCH_ROUNDS: '1', BENCH_ONLY: 'caseload' };
  expect(benchSettings(['--json'], env)).toEqual({
    cases: 1_000_000,
    seconds: 0.5,
    rounds: 1,
    json: true,
    quick: false,
    only: 'caseload',
  });
});

test.each([
  [['--fast'], {}, '--json and --quick, not "--fast"'],
  [[], { BENCH_CASES: '1000001' }, 'BENCH_CASES must be a number from 1000 to 1000000'],
  [[], { BENCH_ROUNDS: 'two' }, 'BENCH_ROUNDS must be a number from 1 to 20, not "two"'],
])('%j with %j is refused in one line', (args, env, line) => {
  expect(() => benchSettings(args, env)).toThrow(line);
});
