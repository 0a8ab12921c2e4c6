// Chance that can be repeated: the same seed gives the same case, on every machine.

/** Numbers from 0 up to 1, picks and odds, all from one seed (mulberry32). */
export interface Chance {
  number(): number;
  /** A whole number from 0 up to `below`. */
  upTo(below: number): number;
  /** True `in` times out of a hundred. */
  percent(of: number): boolean;
  /** One of these; undefined of none. */
  one<T>(of: readonly T[]): T | undefined;
  /** One of these, which are not none. */
  some<T>(of: readonly [T, ...T[]]): T;
  /** An id that no other call gives. */
  id(): string;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  let ids = 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(number() * below);
  return {
    number,
    upTo,
    percent: (of) => number() * 100 < of,
    one: (of) => of[upTo(of.length)],
    some: <T>(of: readonly [T, ...T[]]): T => of[upTo(of.length)] ?? of[0],
    id: () => `id${(ids += 1)}`,
  };
}
