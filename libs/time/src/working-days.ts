/** Working days of England and Wales: Monday to Friday, bank holidays left out. Time limits of the practice count in these (R1, R2). */
import { bankHolidays } from './bank-holidays.js';
import { dateOfDay, dayNumber } from './dates.js';

const DAY = 86_400_000;

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
  if (last < first) return 0 - workingDaysBetween(to, from); // never -0
  return weekdaysBefore(last + 1) - weekdaysBefore(first + 1) - holidaysWithin(first, last);
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

/**
 * The instant `count` working days after an ISO instant, at the same time of day (UTC). `bankHolidays` are the days off of
 * one service, as 'YYYY-MM-DD': a service may have days of its own.
 */
export function workingDaysAfter(from: string, count: number, bankHolidays: readonly string[]): string {
  const off = daysOff(bankHolidays);
  const start = Date.parse(from);
  let days = 0;
  for (let left = count; left > 0;) {
    days += 1;
    const day = Math.floor(start / DAY) + days;
    if (weekday(day) < 5 && !off.has(day)) left -= 1;
  }
  return new Date(start + days * DAY).toISOString();
}

// A service's days off are asked about with every command: each list is read once, as days since 1970-01-01.
const known = new WeakMap<readonly string[], ReadonlySet<number>>();
function daysOff(bankHolidays: readonly string[]): ReadonlySet<number> {
  let days = known.get(bankHolidays);
  if (!days) known.set(bankHolidays, (days = new Set(bankHolidays.map(dayNumber))));
  return days;
}

// Days are counted from 1970-01-01, a Thursday; from this Monday on, whole weeks divide evenly.
const MONDAY = -3;
const weekday = (day: number): number => (((day - MONDAY) % 7) + 7) % 7;

/** Weekdays from a Monday long ago up to the day before this one. */
const weekdaysBefore = (day: number): number => Math.floor((day - MONDAY) / 7) * 5 + Math.min(weekday(day), 5);

const isWorking = (day: number): boolean => weekday(day) < 5 && !holidaysOf(yearOf(day)).has(day);

/** Bank holidays after `first` up to and including `last`. None of them falls on a weekend. */
function holidaysWithin(first: number, last: number): number {
  let count = 0;
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    for (const day of holidaysOf(year)) if (day > first && day <= last) count++;
  }
  return count;
}

const yearOf = (day: number): number => Number(dateOfDay(day).slice(0, 4));

const years = new Map<number, ReadonlySet<number>>();
function holidaysOf(year: number): ReadonlySet<number> {
  const kept = years.get(year);
  if (kept) return kept;
  const found = new Set(bankHolidays(year, year).map(dayNumber));
  years.set(year, found);
  return found;
}
