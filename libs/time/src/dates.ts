/** Calendar days as plain text, 'YYYY-MM-DD', with no hours and no time zone to go wrong. */

const DAY = 86_400_000;
const HOUR = 3_600_000;
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
// A day begins with an hour, in summer too. Rules ask about the same few hours again and again, and formatting costs more than they do.
const dayOfHour = new Map<number, string>();
const MOST_REMEMBERED = 10_000;

/** True for a day that exists: '2028-02-29' does, '2026-02-30' does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** The day that clocks in London show at an ISO instant, as people at a meeting would name it. Throws RangeError on text that is no instant. */
export function londonDate(instant: string): string {
  const hour = Math.floor(Date.parse(instant) / HOUR);
  if (Number.isNaN(hour)) throw new RangeError(`${instant} is not an instant`);
  let day = dayOfHour.get(hour);
  if (day === undefined) {
    day = london.format(hour * HOUR);
    if (dayOfHour.size >= MOST_REMEMBERED) dayOfHour.clear();
    dayOfHour.set(hour, day);
  }
  return day;
}

/** Days since 1970-01-01. Throws RangeError on a day that does not exist. */
export function dayNumber(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`${date} is not a calendar date`);
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The day with this number: the inverse of `dayNumber`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day `days` calendar days later; earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole years of age on a day. Someone born on 29 February turns a year older on 1 March of a common year, as the law has it. */
export function ageOn(bornOn: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
