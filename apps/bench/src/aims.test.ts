// Which aims of issue 7 a result meets, counted by hand, and how the table says so.
import { aimsOf, isMet } from './aims.js';
import { jsonOf, markdownOf } from './report.js';
import { names, type PageResult, type Result } from './result.js';

const line = (name: string, perSecond: number, p99 = 10) => ({ name, perSecond, p50: 1, p99 });
const page = (more: Partial<PageResult> = {}): PageResult => ({
  name: 'manager: one case',
  most: 8,
  small: 5,
  large: 6,
  database: 2,
  ...more,
});
const result = (more: Partial<Result> = {}): Result => ({
  commands: [],
  pages: [],
  start: null,
  residentMb: null,
  sizes: { small: 1_000, large: 100_000 },
  seconds: 3,
  rounds: 3,
  ...more,
});
const verdicts = (given: Partial<Result>) => aimsOf(result(given)).map((aim) => [aim.name, isMet(aim)]);

test('a command is compared with the bare endpoint at each number of clients, with DBOS and with save()', () => {
  const commands = [
    line(names.bare(32), 1_000, 100),
    line(names.bare(8), 1_000),
    line(names.bare(1), 1_000),
    line(names.ours(32), 700, 150),
    line(names.ours(8), 549),
    line(names.ours(1), 450),
    line(names.dbos, 100),
    line(names.save, 141),
  ];
  expect(verdicts({ commands })).toEqual([
    ['our mutation / bare endpoint, 32 clients', true], // 0.70
    ['our mutation / bare endpoint, 8 clients', false], // 0.549
    ['our mutation / bare endpoint, 1 client', true], // 0.45
    ['our mutation / DBOS workflow, 32 clients', true], // 7
    ['our mutation / `save()`, 32 clients', false], // 4.96
    ['p99 of our mutation / of the bare endpoint, 32 clients', true], // 1.5
  ]);
});

test('a page may cost a fifth more with more cases, and so many milliseconds, of which PostgreSQL some', () => {
  expect(verdicts({ pages: [page()] })).toEqual([
    ['manager: one case, 100,000 / 1,000 cases', true], // 6 / 5 = 1.2
    ['manager: one case, 100,000 cases', true],
  ]);
  expect(verdicts({ pages: [page({ large: 8.5 })] }).map(([, met]) => met)).toEqual([false, false]); // 1.7, and over 8 ms
  expect(verdicts({ pages: [page({ databaseMost: 5, database: 5.1 })] })).toContainEqual([
    'manager: one case, 100,000 cases, PostgreSQL',
    false,
  ]);
});

test('a start takes five seconds at most, and a server holds 300 MB at most', () => {
  expect(verdicts({ start: { first: 5.1, again: 5 }, residentMb: 301 })).toEqual([
    ['first start, data made', false],
    ['start with data', true],
    ['resident memory of a server under this load', false],
  ]);
});

test('what was not measured has no aim', () => {
  expect(aimsOf(result({ commands: [line(names.ours(32), 700)] }))).toEqual([]);
});

test('the tables name each line, and what is missed', () => {
  const text = markdownOf(
    result({ commands: [line(names.ours(1), 1_234.5), line(names.bare(1), 2_000)], pages: [page({ large: 8.5 })] }),
  );
  expect(text).toContain('| our mutation, 1 client | 1,235 | 1.00 | 10.0 |');
  expect(text).toContain('| manager: one case | 5.00 | 8.50 | 1.70 | 2.00 | ≤ 1.2, ≤ 8 ms | **missed** |');
  expect(text).toContain('| our mutation / bare endpoint, 1 client | 0.62 | at least 0.45 | met |');
  expect(text).toContain('2 of 3 aims are missed.');
});

test('JSON has everything measured and every aim with its verdict', () => {
  const read = JSON.parse(jsonOf(result({ residentMb: 200 }))) as { aims: unknown; sizes: unknown };
  expect(read.sizes).toEqual({ small: 1_000, large: 100_000 });
  expect(read.aims).toEqual([expect.objectContaining({ value: 200, limit: 300, side: 'at most', met: true })]);
});
