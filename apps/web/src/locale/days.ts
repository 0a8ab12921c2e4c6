// The one way in which pages write days, times and working days: the clock and the calendar of England and Wales.
import { londonDate, workingDaysBetween } from '#libs/time';
import type { Language } from './locale.js';

const zone = { timeZone: 'Europe/London' } as const;

const formats = {
  /** Thu 26 Nov */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thu 26 Nov 2027, of another year. */
  otherYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** Thursday 26 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 14:30 */
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();
function write(language: Language, format: keyof typeof formats, at: Date): string {
  const key = `${language} ${format}`;
  let writer = made.get(key);
  if (!writer) made.set(key, (writer = new Intl.DateTimeFormat(`${language}-GB`, { ...formats[format], ...zone })));
  // A day is not parted from its month at the end of a line.
  return writer.format(at).replace(/,/g, '').replaceAll(' ', '\u00a0');
}

/** A calendar day, or the day of an instant; noon, so that no clock change moves a calendar day. */
const instantOf = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
/** The calendar day of an instant in London; a calendar day as it stands. */
export const calendarDay = (iso: string): string => (iso.length === 10 ? iso : londonDate(iso));

/** "Thu 26 Nov", with the year where it is not that of `now`. */
export function dayIn(language: Language, iso: string, now: string): string {
  const sameYear = calendarDay(iso).slice(0, 4) === calendarDay(now).slice(0, 4);
  return write(language, sameYear ? 'short' : 'otherYear', instantOf(iso));
}

/** "Thursday 26 November". */
export const longDayIn = (language: Language, iso: string): string => write(language, 'long', instantOf(iso));

/** "14:30". */
export const timeIn = (language: Language, iso: string): string => write(language, 'time', instantOf(iso));

/** Working days from the day of one instant to the day of another: Friday to Monday is 1. */
export const workingDays = (from: string, to: string): number => workingDaysBetween(calendarDay(from), calendarDay(to));
