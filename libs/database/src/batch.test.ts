// Several callers share a round trip, each answered by itself.
import { Batch } from './batch.js';

test('what is asked in one turn leaves together, and each gets its own answer', async () => {
  const sizes: number[] = [];
  const batch = new Batch<number, number>(
    async (numbers) => {
      sizes.push(numbers.length);
      return numbers.map((n) => n * 2);
    },
    { size: 3, slots: 2 },
  );
  expect(await Promise.all([1, 2, 3, 4].map((n) => batch.ask(n)))).toEqual([2, 4, 6, 8]);
  expect(sizes).toEqual([3, 1]);
});

test('one that spoils the batch fails alone: the others are tried again by themselves', async () => {
  const batch = new Batch<number, number>(
    async (numbers) => {
      if (numbers.includes(3)) throw new Error('three');
      return numbers;
    },
    { size: 10, slots: 1 },
  );
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((n) => batch.ask(n)));
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('no more batches than slots are under way, and nobody is forgotten', async () => {
  let running = 0;
  let most = 0;
  const batch = new Batch<number, number>(
    async (numbers) => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running -= 1;
      return numbers;
    },
    { size: 2, slots: 2 },
  );
  const all = Array.from({ length: 25 }, (_, n) => n);
  expect(await Promise.all(all.map((n) => batch.ask(n)))).toEqual(all);
  expect(most).toBe(2);
});
