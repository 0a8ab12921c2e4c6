/** Merging is proposed by a comparison that is measured on a set made by rule, half of it held apart. */
import { labelledSet } from './labelled-set.js';
import { measured } from './measure.js';

test('on the half held apart, precision is at least 0.95 and recall at least 0.80', () => {
  const { precision, recall, pairs } = measured(labelledSet().filter(({ isHeldApart }) => isHeldApart));
  expect(pairs).toBe(12 * 120);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});
