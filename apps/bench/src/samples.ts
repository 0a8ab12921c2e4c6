// What a load brings home: how many answers in how long, and how long each took.

/** One measurement of one line. */
export interface Sample {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The value below which so great a share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The sample of a load that ran for `seconds`; `times` are milliseconds, one an answer. */
export const sampleOf = (times: readonly number[], seconds: number): Sample => ({
  perSecond: times.length / seconds,
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
});

/** The middle value; of an even number of values the mean of the middle two. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Figure by figure the middle of several rounds: a round that something else disturbed does not count. */
export const medianOf = (samples: readonly Sample[]): Sample => ({
  perSecond: middle(samples.map((s) => s.perSecond)),
  p50: middle(samples.map((s) => s.p50)),
  p99: middle(samples.map((s) => s.p99)),
});
