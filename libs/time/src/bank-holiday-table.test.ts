/** The table of bank holidays against the library it comes from, which is too large to be loaded by a server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { bankHolidayTable } from './bank-holiday-table.js';

const YEARS = { first: 1970, last: 2100 };
const rules = new Holidays('GB', 'ENG');

/** The days off of a year as the library knows them: public holidays, and of one at a weekend its substitute. */
function daysOffIn(year: number): string {
  const dates = rules
    .getHolidays(year, 'en')
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
  return [...new Set(dates)]
    .toSorted()
    .map((date) => date.slice(5))
    .join(' ');
}

test('the bank holidays of each year are those of the library', () => {
  const years = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, n) => YEARS.first + n);
  const now = Object.fromEntries(years.map((year) => [year, daysOffIn(year)]));
  // UPDATE_BANK_HOLIDAYS=1 writes the table anew, after the library was updated.
  if (process.env['UPDATE_BANK_HOLIDAYS']) writeFileSync(join(import.meta.dirname, 'bank-holiday-table.ts'), text(now));
  else expect(bankHolidayTable).toEqual(now);
});

const text = (table: Record<string, string>): string => `${head}\n${rowsOf(table)}\n};\n`;
const rowsOf = (table: Record<string, string>): string =>
  Object.entries(table)
    .map(([year, days]) => `  ${year}: '${days}',`)
    .join('\n');
const head = `/** Days off in England and Wales by year, as month and day. Written by bank-holiday-table.test.ts from the library date-holidays. */
export const bankHolidayTable: Readonly<Record<number, string>> = {`;
