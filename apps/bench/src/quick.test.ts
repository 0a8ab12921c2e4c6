// The short bench fails on a page that grows or a command that costs too much, and only when it does so every time.
import { failuresOf, growthFailure, rateFailure } from './quick.js';
import type { PageResult } from './result.js';

const seconds = { page: 0.1, command: 3 };
const page = (large: number): PageResult => ({ name: 'manager: tasks', most: 8, small: 10, large, database: 1 });

/** A page that costs so much at each measuring, the last for all further ones; `asked` are the seconds it was measured for. */
function measured(...large: number[]) {
  const asked: number[] = [];
  const measure = async (some: number) => {
    asked.push(some);
    return page(large[asked.length - 1] ?? large.at(-1) ?? 0);
  };
  return { name: 'manager: tasks', measure, asked };
}

test('one and a half times is allowed, more is one line that names the page', () => {
  expect(growthFailure(page(15))).toBeNull();
  expect(growthFailure(page(15.2))).toBe('manager: tasks: 1.52 times as slow with more cases (at most 1.5)');
});

test('a command at 0.35 of the bare endpoint is allowed, less is one line', () => {
  expect(rateFailure(0.35)).toBeNull();
  expect(rateFailure(0.34)).toBe("our mutation at 32 clients: 0.34 of the bare endpoint's rate (at least 0.35)");
});

test('what is good is measured once', async () => {
  const good = measured(12);
  expect(await failuresOf({ pages: [good], rate: null }, seconds)).toEqual([]);
  expect(good.asked).toEqual([0.1]);
});

test('a noisy neighbour fails nothing: a bad ratio is measured again, for longer', async () => {
  const noisy = measured(40, 12);
  const rates = [0.2, 0.6];
  const rate = async () => rates.shift() ?? 0;
  expect(await failuresOf({ pages: [noisy], rate }, seconds)).toEqual([]);
  expect(noisy.asked).toHaveLength(2);
  expect(noisy.asked[1]).toBeGreaterThan(0.1);
});

test('what fails is measured again after all the rest, in case the disturbance lasts', async () => {
  const order: string[] = [];
  const named = (name: string, ...large: number[]) => ({
    name,
    measure: async () => {
      order.push(name);
      return page(large.shift() ?? 12);
    },
  });
  expect(await failuresOf({ pages: [named('a', 40, 40, 40, 12), named('b')], rate: null }, seconds)).toEqual([]);
  expect(order).toEqual(['a', 'b', 'a', 'a', 'a']);
});

test('what is bad every time fails, a line each, with the last figure', async () => {
  const bad = measured(40, 50, 60, 30);
  expect(await failuresOf({ pages: [bad, measured(12)], rate: async () => 0.2 }, seconds)).toEqual([
    "our mutation at 32 clients: 0.20 of the bare endpoint's rate (at least 0.35)",
    'manager: tasks: 3.00 times as slow with more cases (at most 1.5)',
  ]);
});

test('a page that is known to grow has a bound of its own, and fails beyond it', () => {
  const known = (large: number): PageResult => ({ ...page(large), name: 'manager: people, a full name' });
  expect(growthFailure(known(40))).toBeNull();
  expect(growthFailure(known(41))).toBe('manager: people, a full name: 4.10 times as slow with more cases (at most 4)');
});
