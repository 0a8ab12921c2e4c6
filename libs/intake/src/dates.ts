/** Dates as referrers write them: only in the styles a referrer declares, the day always before the month, never guessed. */
import { isCalendarDate } from '#libs/time';
import type { CalendarDate } from './referral.js';

/**
 * `iso` 2026-08-16 · `dayMonthYear` 26/08/2026, also with dots or hyphens · `dayMonthName` 17-Aug-2026 ·
 * `shortYear` 24/08/26, always 2026 and never 1926: only for columns that hold recent days, never for a birth date.
 */
export type DateStyle = 'iso' | 'dayMonthYear' | 'dayMonthName' | 'shortYear';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

type Parts = { year: string; month: number; day: string };
const readers: Record<DateStyle, (text: string) => Parts | null> = {
  iso: (text) => parts(/^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text)),
  dayMonthYear: (text) => parts(/^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(text)),
  dayMonthName: (text) => parts(/^(?<day>\d{1,2})[ -](?<month>[A-Za-z]+)[ -](?<year>\d{4})$/.exec(text)),
  shortYear: (text) => parts(/^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{2})$/.exec(text), '20'),
};

function parts(found: RegExpExecArray | null, century = ''): Parts | null {
  const { year = '', month = '', day = '' } = found?.groups ?? {};
  if (!found) return null;
  const name = month.toLowerCase();
  const number = /^\d+$/.test(month) ? Number(month) : 1 + Math.max(MONTHS.indexOf(name), LONG.indexOf(name));
  return { year: century + year, month: number, day };
}

/** A day, or the reason why the text is none: the end of a sentence that begins with the text itself. */
export type ReadDate = { date: CalendarDate } | { reason: string };

/** Reads a day in one of the declared styles. `what` names it in the reason: 'a date of birth'. */
export function readDate(text: string, styles: readonly DateStyle[], what: string): ReadDate {
  for (const style of styles) {
    const read = readers[style](text);
    if (!read) continue;
    const date = `${read.year}-${String(read.month).padStart(2, '0')}-${read.day.padStart(2, '0')}`;
    return isCalendarDate(date) ? { date } : { reason: `is not ${what}: there is no such day` };
  }
  if (!styles.includes('shortYear') && readers.shortYear(text)) {
    return { reason: `is not ${what}: a year of two digits may be of either century` };
  }
  return { reason: `is not ${what}: it is not written in a way this referrer uses` };
}
