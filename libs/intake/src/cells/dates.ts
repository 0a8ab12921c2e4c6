/** Dates as referrers and their programs write them: in the order a referrer declares, never guessed and never moved. */
import { addDays, isCalendarDate, londonDate } from '#libs/time';
import type { CalendarDate } from '../referral.js';
import { seen } from './characters.js';
import { monthOf } from './months.js';

/**
 * `iso` 2026-08-16, also 2026/08/16 · `dayMonthYear` 26/08/2026, also with dots or hyphens · `monthDayYear` 08/26/2026 ·
 * `dayMonthName` 17-Aug-2026, 17 Sept 2026, 17th of August 2026, August 17, 2026, 17 Awst 2026 ·
 * `shortYear` 24/08/26 and 24-Aug-26, always 2026 and never 1926: only for columns that hold recent days, never for a birth date ·
 * `serial` 46285: the days that a spreadsheet counts from 30 December 1899.
 * A weekday before it and a time of day behind it may stand with each.
 */
export type DateStyle = 'iso' | 'dayMonthYear' | 'monthDayYear' | 'dayMonthName' | 'shortYear' | 'serial';

/** A day, or the reason why the text is none: the end of a sentence that begins with the text itself. */
export type ReadDate = { date: CalendarDate } | { reason: string };

type Parts = { year: string; month: number; day: string };
type Found = Record<string, string | undefined> | undefined;

const numeric = /^(?<one>\d{1,2})[/.-](?<two>\d{1,2})[/.-](?<year>\d{4}|\d{2})$/;
const dayNamed =
  /^(?<day>\d{1,2})(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?[ -](?:of )?(?<month>\p{L}+)\.?,?[ -](?<year>\d{4}|\d{2})$/iu;
const monthNamed = /^(?<month>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/iu;
const yearFirst = /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})$/;
const timed =
  /^(?<day>.*?\d)(?:T|,? +(?:at )?)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)? ?(?<half>[ap]m)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/i;
const weekday = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|dydd \p{L}+),? /iu;

/** Reads a day in one of the declared styles. `what` names it in the reason: 'a date of birth'. */
export function readDate(text: string, styles: readonly DateStyle[], what: string): ReadDate {
  const not = (why: string): ReadDate => ({ reason: `is not ${what}: ${why}` });
  const whole = seen(text)
    .normalize('NFKC')
    .replaceAll(/\p{Pd}/gu, '-')
    .replace(weekday, '');
  const time = timed.exec(whole)?.groups;
  if (time && !isTime(time)) return not('there is no such time of day');
  const written = time?.['day'] ?? whole;
  if (/^\d{5}(\.\d+)?$/.test(written)) {
    return styles.includes('serial')
      ? { date: addDays('1899-12-30', Math.floor(Number(written))) }
      : not('it is not written in a way this referrer uses');
  }
  const parts = partsOf(written, styles);
  if (typeof parts === 'string') return not(parts);
  const date = `${parts.year}-${String(parts.month).padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (!isCalendarDate(date)) return not(whyNoDay(parts, numeric.test(written), styles));
  // An instant with its zone falls on a day in London; a time without one is only what a program adds to a day.
  return { date: time?.['zone'] ? londonDate(`${date}T${clock(time)}${time['zone'].toUpperCase()}`) : date };
}

function isTime(time: Record<string, string | undefined>): boolean {
  const hour = Number(time['hour']);
  return (
    (time['half'] ? hour >= 1 && hour <= 12 : hour < 24) &&
    Number(time['minute']) < 60 &&
    Number(time['second'] ?? 0) < 60
  );
}
const clock = ({ hour = '', minute = '', second = '00' }: Record<string, string | undefined>): string =>
  `${hour.padStart(2, '0')}:${minute}:${second}`;

/** The parts of a day, or why there are none. */
function partsOf(text: string, styles: readonly DateStyle[]): Parts | string {
  const iso: Found = yearFirst.exec(text)?.groups;
  if (iso && styles.includes('iso'))
    return { year: iso['year'] ?? '', month: Number(iso['month']), day: iso['day'] ?? '' };
  const number: Found = numeric.exec(text)?.groups;
  const named: Found = number ? undefined : (dayNamed.exec(text) ?? monthNamed.exec(text))?.groups;
  const read = number ? numbered(number, styles) : named && styles.includes('dayMonthName') ? byName(named) : null;
  if (read === null) return 'it is not written in a way this referrer uses';
  if (read.month === 0) return 'no month is called so';
  if (read.year.length === 4) return read;
  return styles.includes('shortYear')
    ? { ...read, year: `20${read.year}` }
    : 'a year of two digits may be of either century';
}

function numbered(found: Record<string, string | undefined>, styles: readonly DateStyle[]): Parts | null {
  const { one = '', two = '', year = '' } = found;
  if (styles.includes('monthDayYear')) return { year, month: Number(one), day: two };
  const declared = styles.includes('dayMonthYear') || (year.length === 2 && styles.includes('shortYear'));
  // A birth date with two digits is known for what it is, so that the reason can say so.
  return declared ? { year, month: Number(two), day: one } : null;
}

const byName = ({ day = '', month = '', year = '' }: Record<string, string | undefined>): Parts => ({
  year,
  month: monthOf(month) ?? 0,
  day,
});

function whyNoDay({ month, day, year }: Parts, isNumeric: boolean, styles: readonly DateStyle[]): string {
  const order = styles.includes('monthDayYear') ? 'day' : 'month';
  const turned = `${year}-${day.padStart(2, '0')}-${String(month).padStart(2, '0')}`;
  return isNumeric && month > 12 && isCalendarDate(turned)
    ? `there is no month ${month}; it would be a day only with the ${order} first`
    : 'there is no such day';
}
