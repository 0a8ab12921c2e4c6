// How long a case has waited, in working days, and against which limit.
import { addWorkingDays, isWorkingDay, londonDate, workingDaysBetween } from '#libs/time';
import type { Settings } from '#libs/case';
import type { LimitName } from './figures.js';

/** The limit a waiting case stands against: that of first contact (S26) until a first attempt is made, else that of a stage. */
export const limitNameOf = (waits: { nobodyTried: boolean }): LimitName =>
  waits.nobodyTried ? 'firstContactWorkingDays' : 'stageLimitWorkingDays';

/** Working days of England and Wales since an ISO instant, by the days of London. */
export const waitedSince = (since: string, at: string): number =>
  Math.max(0, workingDaysBetween(londonDate(since), londonDate(at)));

/** The day before whose beginning a case must have begun to wait in order to be over `limit` working days at `at`. */
export function overBefore(limit: number, at: string): string {
  const today = londonDate(at);
  return addWorkingDays(today, -(isWorkingDay(today) ? limit : limit + 1));
}

/** Days before which waiting is over the limit, for each limit. */
export const cutoffs = (settings: Settings, at: string): Record<LimitName, string> => ({
  firstContactWorkingDays: overBefore(settings.firstContactWorkingDays, at),
  stageLimitWorkingDays: overBefore(settings.stageLimitWorkingDays, at),
});
