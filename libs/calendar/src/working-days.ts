/** Working days of England and Wales: Monday to Friday, bank holidays left out. Time limits of the practice count in these (R1, R2). */
import { bankHolidays } from './bank-holidays.js';
import { dateOfDay, dayNumber } from './dates.js';

const holidays = new Map<number, ReadonlySet<string>>();

/** True from Monday to Friday unless a bank holiday. Throws RangeError on a day that does not exist. */
export function isWorkingDay(date: string): boolean {
  return isWorking(dayNumber(date));
}

/**
 * Working days after `from` up to and including `to`: Friday to Monday is 1, a day to itself 0.
 * Negative when `to` comes first.
 */
export function workingDaysBetween(from: string, to: string): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last < first) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = first + 1; day <= last; day++) if (isWorking(day)) count++;
  return count;
}

/** The `n`th working day after `date`; before it when `n` is negative. 0 gives the date itself, working day or not. */
export function addWorkingDays(date: string, n: number): string {
  const step = Math.sign(n);
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (isWorking(day)) left--;
  }
  return dateOfDay(day);
}

// 1970-01-01, day 0, was a Thursday: with Monday as 0 that is 3.
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

function isWorking(day: number): boolean {
  if (weekday(day) > 4) return false;
  const date = dateOfDay(day);
  const year = Number(date.slice(0, 4));
  let ofYear = holidays.get(year);
  if (!ofYear) holidays.set(year, (ofYear = new Set(bankHolidays(year, year))));
  return !ofYear.has(date);
}
