/** The bank holidays of England and Wales, from the date-holidays library. */
import Holidays from 'date-holidays';

const rules = new Holidays('GB', 'ENG');
const years = new Map<number, readonly string[]>();

/**
 * Bank holidays from the first year to the last, both included, in order, as 'YYYY-MM-DD'.
 * As on gov.uk, only days off are listed: a holiday at a weekend appears as its substitute day.
 * A one-off holiday proclaimed after the library's release is missing until the library is updated.
 */
export function bankHolidays(fromYear: number, toYear: number): string[] {
  const found: string[] = [];
  for (let year = fromYear; year <= toYear; year++) found.push(...holidaysOf(year));
  return found;
}

function holidaysOf(year: number): readonly string[] {
  const kept = years.get(year);
  if (kept) return kept;
  const found = rules
    .getHolidays(year, 'en')
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10))
    .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
  const ordered = [...new Set(found)].toSorted();
  years.set(year, ordered);
  return ordered;
}
