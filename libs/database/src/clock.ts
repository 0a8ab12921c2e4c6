// This machine's clock, held against the database's: a service with a wrong clock would write into the future, or the past.
import { performance } from 'node:perf_hooks';
import { Unavailable } from './lost-connection.js';

/** A clock that tells nothing while it differs from the database's by more than `limit` seconds. */
export class ComparedClock {
  /** What the database's clock showed when this process's own count of milliseconds began; null before the first comparison. */
  private begin: number | null = null;

  constructor(
    private readonly limit: number,
    private readonly wall: () => number = Date.now,
    /** Milliseconds since some moment, which nobody can set: a clock that is set between two comparisons is noticed at once. */
    private readonly counted: () => number = () => performance.now(),
  ) {}

  /** Takes note of the database's clock (milliseconds), read between two moments of `counted`. */
  compared(database: number, asked: number, answered: number): void {
    this.begin = database - (asked + answered) / 2;
  }

  /** Seconds by which this machine is ahead of the database; negative when behind; 0 before the first comparison. */
  ahead(): number {
    return this.begin === null ? 0 : (this.wall() - this.begin - this.counted()) / 1000;
  }

  isWrong(): boolean {
    return Math.abs(this.ahead()) > this.limit;
  }

  /** Gives the time. Throws Unavailable while it is not to be believed. */
  readonly now = (): Date => {
    if (this.isWrong()) throw new Unavailable('The clock of this machine differs from the clock of the database');
    return new Date(this.wall());
  };

  /** One sentence for an operator; null in order. */
  problem(): string | null {
    if (!this.isWrong()) return null;
    const seconds = Math.round(this.ahead());
    const way = seconds > 0 ? 'ahead of' : 'behind';
    return `The clock of this machine is ${Math.abs(seconds)} s ${way} the clock of the database: set the wrong one right.`;
  }
}
