// Periods of days that pages of figures ask for.
import { londonDate } from '#libs/time';

export interface PeriodRead {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/** So many days up to the day of an instant in London, both included. */
export const lastDays = (now: string, days: number): PeriodRead => ({
  from: londonDate(new Date(Date.parse(now) - (days - 1) * DAY).toISOString()),
  to: londonDate(now),
});

/** The twelve months up to now. */
export const lastYear = (now: string): PeriodRead => lastDays(now, 365);
