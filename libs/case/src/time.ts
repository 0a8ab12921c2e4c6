// Dates without a clock: every moment comes in as ISO text, and nothing here asks what time it is.

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The instant `days` calendar days after an ISO instant, as ISO text. */
export const daysAfter = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY).toISOString();

/** The instant an ISO instant's span of `days` ended, when it has by `at`; null while it lasts. Formats nothing while it does: rules ask this often. */
export const endedAfter = (from: string, days: number, at: string): string | null =>
  daysBetween(from, at) > days ? daysAfter(from, days) : null;

/** Whole and part days from one ISO instant to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
// A day begins with an hour, in summer too; rules ask about the same few hours again and again, and formatting costs more than they do.
const dayOfHour = new Map<number, string>();
const REMEMBERED = 10_000;
/** The calendar day in London of an ISO instant, 'YYYY-MM-DD': the day as people at a meeting would name it. */
export function londonDay(at: string): string {
  const hour = Math.floor(Date.parse(at) / HOUR);
  let day = dayOfHour.get(hour);
  if (day === undefined) {
    const part = new Map(london.formatToParts(hour * HOUR).map((p) => [p.type, p.value]));
    day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
    if (dayOfHour.size >= REMEMBERED) dayOfHour.clear();
    dayOfHour.set(hour, day);
  }
  return day;
}

/** How many midnights of London lie between two ISO instants; negative when `to` is earlier. */
export const londonDaysBetween = (from: string, to: string): number =>
  (Date.parse(londonDay(to)) - Date.parse(londonDay(from))) / DAY;

/** The instant at which the day in London begins that is `days` after the day of an ISO instant. */
export function londonMidnightAfter(from: string, days: number): string {
  const midnight = Date.parse(londonDay(from)) + days * DAY;
  const summer = londonDay(new Date(midnight - 1).toISOString()) === londonDay(new Date(midnight).toISOString());
  return new Date(summer ? midnight - HOUR : midnight).toISOString();
}

/** True when `a` is a later instant than `b`, however each is written. */
export const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

// A service's holidays are asked about with every command: each list is read once, as days since the epoch.
const known = new WeakMap<readonly string[], ReadonlySet<number>>();
function daysOff(bankHolidays: readonly string[]): ReadonlySet<number> {
  let days = known.get(bankHolidays);
  if (!days) known.set(bankHolidays, (days = new Set(bankHolidays.map((day) => Date.parse(day) / DAY))));
  return days;
}

/** Whether the UTC day of an epoch time is worked; the first of January 1970 was a Thursday. */
function isWorked(time: number, holidays: ReadonlySet<number>): boolean {
  const day = Math.floor(time / DAY);
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Working days that began after `from` up to `to` (ISO instants, counted as UTC dates). */
export function workingDaysBetween(from: string, to: string, bankHolidays: readonly string[]): number {
  const holidays = daysOff(bankHolidays);
  const end = Date.parse(to.slice(0, 10));
  let count = 0;
  for (let day = Date.parse(from.slice(0, 10)) + DAY; day <= end; day += DAY) if (isWorked(day, holidays)) count += 1;
  return count;
}

/** The instant `count` working days after an ISO instant, at the same time of day. */
export function workingDaysAfter(from: string, count: number, bankHolidays: readonly string[]): string {
  const holidays = daysOff(bankHolidays);
  let day = Date.parse(from);
  for (let left = count; left > 0;) {
    day += DAY;
    if (isWorked(day, holidays)) left -= 1;
  }
  return new Date(day).toISOString();
}
