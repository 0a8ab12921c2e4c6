// The time of a story: everything in this process asks it, and only the story moves it. No test waits.
const Real = Date;

/** A clock that stands still until it is moved. */
export interface TestClock {
  /** ISO instant. */
  now(): string;
  /** Moves on: a minute for each thing said, days and weeks between meetings. */
  moves(by: { minutes?: number; days?: number }): void;
  /** Moves on to an instant. */
  comes(to: string): void;
  /** Gives the real time back. */
  stops(): void;
}

/** Takes the time of this process over, from an ISO instant on. */
export function startTestClock(from: string): TestClock {
  let now = Real.parse(from);
  class TestDate extends Real {
    constructor(...given: []) {
      super(...((given.length === 0 ? [now] : given) as []));
    }
    static override now(): number {
      return now;
    }
  }
  globalThis.Date = TestDate as DateConstructor;
  return {
    now: () => new Real(now).toISOString(),
    moves: ({ minutes = 0, days = 0 }) => void (now += minutes * 60_000 + days * 86_400_000),
    comes: (to) => void (now = Math.max(now, Real.parse(to))),
    stops: () => void (globalThis.Date = Real),
  };
}
