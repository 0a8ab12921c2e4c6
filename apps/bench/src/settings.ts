// What may be set for a bench: short or whole, how many cases, how long each line is measured, how the result is printed.
import { CannotStart } from '#libs/config';

export interface BenchSettings {
  /** Cases in the large database; the small one has a thousand. */
  readonly cases: number;
  /** Seconds each line is measured in each round. */
  readonly seconds: number;
  /** Rounds: in each, every line has its turn, so that a disturbance of the machine meets them all. */
  readonly rounds: number;
  readonly json: boolean;
  /** The short form: fails when a ratio is bad, and prints no table. */
  readonly quick: boolean;
  /** Only lines whose name contains this; everything when empty. */
  readonly only: string;
}

const flags = ['--json', '--quick'];
/** Cases of the large database in the short form. */
const QUICK = 20_000;

/** Reads `--json`, `--quick`, BENCH_CASES, BENCH_SECONDS, BENCH_ROUNDS, BENCH_ONLY. @throws CannotStart naming what is wrong. */
export function benchSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BenchSettings {
  const unknown = args.find((arg) => !flags.includes(arg));
  if (unknown !== undefined) throw new CannotStart(`The bench knows ${flags.join(' and ')}, not "${unknown}".`);
  const quick = args.includes('--quick');
  const number = (name: string, otherwise: number, least: number, most: number): number => {
    const text = env[name]?.trim() || String(otherwise);
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value < least || value > most)
      throw new CannotStart(`${name} must be a number from ${least} to ${most}, not "${text}".`);
    return value;
  };
  return {
    cases: Math.round(number('BENCH_CASES', quick ? QUICK : 100_000, 1_000, 1_000_000)),
    seconds: number('BENCH_SECONDS', 3, 0.2, 60),
    rounds: Math.round(number('BENCH_ROUNDS', 3, 1, 20)),
    json: args.includes('--json'),
    quick,
    only: env['BENCH_ONLY'] ?? '',
  };
}
