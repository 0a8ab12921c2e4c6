/** Instants without a clock: every moment comes in as ISO text, and nothing here asks what time it is. */
import { londonDate } from './dates.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The instant `days` calendar days after an ISO instant, as ISO text. */
export const daysAfter = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY).toISOString();

/** The instant an ISO instant's span of `days` ended, when it has by `at`; null while it lasts. Formats nothing while it lasts: rules ask this often. */
export const endedAfter = (from: string, days: number, at: string): string | null =>
  daysBetween(from, at) > days ? daysAfter(from, days) : null;

/** Whole and part days from one ISO instant to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** How many midnights of London lie between two ISO instants; negative when `to` is earlier. */
export const londonDaysBetween = (from: string, to: string): number =>
  (Date.parse(londonDate(to)) - Date.parse(londonDate(from))) / DAY;

/** The instant at which the day in London begins that is `days` after the day of an ISO instant. */
export function londonMidnightAfter(from: string, days: number): string {
  const midnight = Date.parse(londonDate(from)) + days * DAY;
  const summer = londonDate(new Date(midnight - 1).toISOString()) === londonDate(new Date(midnight).toISOString());
  return new Date(summer ? midnight - HOUR : midnight).toISOString();
}

/** True when `a` is a later instant than `b`, however each is written. */
export const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
