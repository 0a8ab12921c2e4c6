/** How well probable duplicates are suggested: of those suggested how many are one person, and of those that are how many are suggested. */
import { suggestDuplicates } from '../suggest-duplicates.js';
import type { LabelledPair } from './labelled-set.js';

export interface Measured {
  readonly pairs: number;
  /** Of the pairs suggested, the part that is one person; from 0 to 1. */
  readonly precision: number;
  /** Of the pairs that are one person, the part that is suggested; from 0 to 1. */
  readonly recall: number;
  /** Wrong answers by rule, the most frequent first. */
  readonly wrong: readonly (readonly [rule: string, count: number])[];
}

export function measured(pairs: readonly LabelledPair[]): Measured {
  const judged = pairs.map((pair) => ({
    ...pair,
    isSuggested: suggestDuplicates([pair.one], [pair.other]).length > 0,
  }));
  const right = judged.filter(({ isSame, isSuggested }) => isSame && isSuggested).length;
  const wrong = Map.groupBy(
    judged.filter(({ isSame, isSuggested }) => isSame !== isSuggested),
    ({ rule }) => rule,
  );
  return {
    pairs: pairs.length,
    precision: right / Math.max(1, judged.filter(({ isSuggested }) => isSuggested).length),
    recall: right / Math.max(1, judged.filter(({ isSame }) => isSame).length),
    wrong: [...wrong].map(([rule, found]) => [rule, found.length] as const).toSorted((a, b) => b[1] - a[1]),
  };
}
