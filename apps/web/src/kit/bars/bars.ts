// A chart is its table: a bar beside each number, drawn by the server; the number leads to the cases behind it.

export interface BarsModel {
  readonly id: string;
  readonly title: string;
  /** What is counted, from the published definition. */
  readonly says: string;
  /** The language of `says`, where it is not the page's. */
  readonly lang?: string;
  /** Headings of the first column and of the number. */
  readonly what: string;
  readonly count: string;
  /** What the column of bars is called for who listens. */
  readonly bar: string;
  readonly rows: readonly Bar[];
  readonly empty: string;
}

export interface Bar {
  readonly name: string;
  readonly count: number;
  /** The number as it is written; left out, the number itself. */
  readonly text?: string;
  readonly href?: string;
  readonly more?: string;
  /** Per cent of the widest, set by `withWidths`. */
  readonly width?: number;
}

/** Bars as wide as their numbers, the widest filling its cell. */
export function withWidths(bars: readonly Bar[]): readonly Bar[] {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return bars.map((bar) => ({ ...bar, width: Math.round((98 * bar.count) / most) }));
}
