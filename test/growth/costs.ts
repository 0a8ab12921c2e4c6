// What each statement of each question cost at each size, and which of them cost more at the larger.
import type { Ran } from './plans.js';

/** A statement that cost more at the larger size: who asked what, and a line that says how much. */
export interface Grown {
  readonly asked: string;
  readonly line: string;
}
/** Pages of 8 kB and rows. */
interface Cost {
  readonly buffers: number;
  readonly rows: number;
}
interface Sum extends Cost {
  readonly times: number;
}

/**
 * A row may lie on a page of its own, and the index that leads to it may be a level deeper: among few cases rows share
 * pages, among many they do not, although no row more is read.
 */
const PAGES_A_ROW = 3;
/** Indexes are a level deeper among many cases, for each function that a statement asks. */
const FEW_PAGES = 60;
/** A page of a list may be fuller among many cases. */
const PAGE_OF_ROWS = 100;

export class Costs {
  private readonly costs = new Map<string, Map<number, Cost>>();

  /** Adds what ran for a question at a size. A question that is asked again counts with what it cost less. */
  add(cases: number, asked: string, ran: readonly Ran[]): void {
    for (const [text, { buffers, rows, times }] of sums(ran)) {
      const key = `${asked} | ${text}`;
      const sizes = this.costs.get(key) ?? new Map<number, Cost>();
      const before = sizes.get(cases) ?? { buffers: Infinity, rows: Infinity };
      sizes.set(cases, {
        buffers: Math.min(before.buffers, buffers / times),
        rows: Math.min(before.rows, rows / times),
      });
      this.costs.set(key, sizes);
    }
  }

  /** How many statements were met at both sizes. */
  get compared(): number {
    return [...this.costs.values()].filter((sizes) => sizes.size > 1).length;
  }

  /**
   * Statements that on average go through more than 1.2 times and a page of rows more at `many` cases than at `few`, or
   * read more than 1.2 times and 60 pages more beside those that the same rows may be spread over.
   */
  grown(few: number, many: number): Grown[] {
    return [...this.costs].flatMap(([key, sizes]) => {
      const [before, after] = [sizes.get(few), sizes.get(many)];
      if (!before || !after) return [];
      const rows = after.rows > before.rows * 1.2 + PAGE_OF_ROWS;
      const pages = after.buffers > before.buffers * 1.2 + FEW_PAGES + PAGES_A_ROW * after.rows;
      if (!rows && !pages) return [];
      const said = (cost: Cost) => `${Math.round(cost.buffers)} pages, ${Math.round(cost.rows)} rows`;
      return [{ asked: key.slice(0, key.indexOf(' | ')), line: `${said(before)} -> ${said(after)} ${key}` }];
    });
  }
}

/** What ran of each text, together. */
function sums(ran: readonly Ran[]): Map<string, Sum> {
  const all = new Map<string, Sum>();
  for (const { text, buffers, rows } of ran) {
    const sum = all.get(text) ?? { buffers: 0, rows: 0, times: 0 };
    all.set(text, { buffers: sum.buffers + buffers, rows: sum.rows + rows, times: sum.times + 1 });
  }
  return all;
}
