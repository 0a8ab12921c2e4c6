// What may be set for a bench: how many cases, how long each line is measured, how the result is printed.
import { CannotStart } from '../embedded-postgres.js';

export interface BenchSettings {
  /** Cases in the large database; the small one has a thousand. */
  readonly cases: number;
  /** Seconds each line is measured in each round. */
  readonly seconds: number;
  /** Rounds: in each, every line has its turn, so that a disturbance of the machine meets them all. */
  readonly rounds: number;
  readonly json: boolean;
  /** Only lines whose name contains this; everything when empty. */
  readonly only: string;
}

/** Reads `--json`, BENCH_CASES, BENCH_SECONDS, BENCH_ROUNDS, BENCH_ONLY. @throws CannotStart naming what is wrong. */
export function benchSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BenchSettings {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) throw new CannotStart(`The bench knows --json, not "${unknown}".`);
  const number = (name: string, otherwise: number, least: number, most: number): number => {
    const text = env[name]?.trim() || String(otherwise);
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value < least || value > most)
      throw new CannotStart(`${name} must be a number from ${least} to ${most}, not "${text}".`);
    return value;
  };
  return {
    cases: Math.round(number('BENCH_CASES', 100_000, 1_000, 1_000_000)),
    seconds: number('BENCH_SECONDS', 3, 0.2, 60),
    rounds: Math.round(number('BENCH_ROUNDS', 3, 1, 20)),
    json: args.includes('--json'),
    only: env['BENCH_ONLY'] ?? '',
  };
}
