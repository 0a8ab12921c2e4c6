// What a load brings home: how many answers in how long, and how long each took.

/** One measurement of one line. */
export interface Sample {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The sample of a load that ran for `seconds`; `times` are milliseconds, one an answer. */
export function sampleOf(times: number[], seconds: number): Sample {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Line by line the middle of several rounds: a round that something else disturbed does not count. */
export function medianOf(samples: readonly Sample[]): Sample {
  const middle = (of: (sample: Sample) => number): number => {
    const sorted = samples.map(of).sort((a, b) => a - b);
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  };
  return { perSecond: middle((s) => s.perSecond), p50: middle((s) => s.p50), p99: middle((s) => s.p99) };
}
