/** The bank holidays of England and Wales, from the checked-in table. */
import { bankHolidayTable } from './bank-holiday-table.js';

/**
 * Bank holidays from the first year to the last, both included, in order, as 'YYYY-MM-DD'.
 * As on gov.uk, only days off are listed: a holiday at a weekend appears as its substitute day.
 * A one-off holiday proclaimed later is missing until the table is updated; years outside the table have none.
 */
export function bankHolidays(fromYear: number, toYear: number): string[] {
  const found: string[] = [];
  for (let year = fromYear; year <= toYear; year++)
    for (const monthDay of bankHolidayTable[year]?.split(' ') ?? []) found.push(`${year}-${monthDay}`);
  return found;
}
