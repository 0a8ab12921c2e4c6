// What each statement of each question cost at each size, and which of them cost more at the larger.
import type { Ran } from './plans.js';

interface Sum {
  buffers: number;
  times: number;
}

export class Costs {
  private readonly costs = new Map<string, Map<number, Sum>>();

  /** Adds what ran for a question at a size. */
  add(cases: number, asked: string, ran: readonly Ran[]): void {
    for (const { text, buffers } of ran) {
      const key = `${asked} | ${text}`;
      const sizes = this.costs.get(key) ?? new Map<number, Sum>();
      const sum = sizes.get(cases) ?? { buffers: 0, times: 0 };
      sizes.set(cases, { buffers: sum.buffers + buffers, times: sum.times + 1 });
      this.costs.set(key, sizes);
    }
  }

  /** How many statements were met at both sizes. */
  get compared(): number {
    return [...this.costs.values()].filter((sizes) => sizes.size > 1).length;
  }

  /** Statements that on average read more than 1.2 times and 20 pages more at `many` cases than at `few`: a line each. */
  grown(few: number, many: number): string[] {
    return [...this.costs].flatMap(([key, sizes]) => {
      const [before, after] = [average(sizes.get(few)), average(sizes.get(many))];
      if (before === null || after === null || after <= before * 1.2 + 20) return [];
      return [`${Math.round(before)} -> ${Math.round(after)} ${key}`];
    });
  }
}

const average = (sum: Sum | undefined): number | null => (sum ? sum.buffers / sum.times : null);
