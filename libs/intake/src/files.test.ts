/** Whole files: encodings, separators, and the one clear line that a file gets which cannot be read. */
import { readReferralFile } from './read-referral-file.js';
import { ReferralFileProblem } from './problem.js';
import { youthJustice } from './referrers/youth-justice.js';

const youthJusticeColumns = Object.keys(youthJustice.columns);

const today = '2026-10-12';
const header = youthJusticeColumns.join(';');
const row = 'YJ1;Josué Müller;01/02/2012;Theft;11/10/2026;Ann Price;18-64;yes;;mother';
const text = `${header}\n${row}\n`;
const utf8 = (file: string) => new TextEncoder().encode(file);
const nameIn = (bytes: Uint8Array) =>
  readReferralFile(bytes, 'youth-justice', today).referrals[0]?.people.at(-1)?.names.asWritten;
const problem = (bytes: Uint8Array): string => {
  try {
    readReferralFile(bytes, 'youth-justice', today);
  } catch (error) {
    if (error instanceof ReferralFileProblem) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
};

describe('a referral file', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['CRLF', utf8(text.replaceAll('\n', '\r\n'))],
    ['commas', utf8(text.replaceAll(';', ','))],
    ['tabs', utf8(text.replaceAll(';', '\t'))],
    ['no last line break', utf8(text.trimEnd())],
  ])('is read in %s', (_, bytes) => {
    expect(nameIn(bytes)).toBe('Josué Müller');
  });
  it('in Windows-1252 keeps the letters that Latin-1 does not have', () => {
    const bytes = Buffer.from(text.replace('Josué Müller', 'Se\x9an O\x92Neill'), 'latin1');
    expect(nameIn(bytes)).toBe('Sešn O’Neill');
  });
  it.each([
    ['empty', new Uint8Array(), 'empty: The file is empty.'],
    ['blank', utf8('\n \n'), 'empty: The file is empty.'],
    [
      'an archive',
      Buffer.from('PK\x03\x04xyz', 'latin1'),
      'binary: The file is an old spreadsheet or an archive. Save it as XLSX or CSV and send that.',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'binary: The file is not text.'],
    [
      'one of other columns',
      utf8(text.replace('Panel date', 'Hearing')),
      'columns: The columns do not fit this referrer: missing: Panel date; not known: Hearing.',
    ],
    [
      'one with a column twice',
      utf8(text.replace('Offence', 'Child')),
      'columns: The columns do not fit this referrer: missing: Offence; there twice: Child.',
    ],
    [
      'one with an open quote in its header',
      utf8(`"${text}`),
      `header: Line 1 is no header of this referrer's: ${youthJusticeColumns.join(', ')}.`,
    ],
  ])('that is %s gets one clear line', (_, bytes, line) => {
    expect(problem(bytes)).toBe(line);
  });
  it('may be long: fifty thousand rows are read, a wreck among them', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => row.replace('YJ1', i === 30_000 ? '"YJ' : `YJ${i}`));
    const read = readReferralFile(utf8([header, ...rows].join('\n')), 'youth-justice', today);
    expect([read.referrals.length, read.rejected.length]).toEqual([49_999, 1]);
  }, 120_000);
  it('loses no row behind a quote that is never closed', () => {
    const read = readReferralFile(
      utf8(`${header}\n"YJ0;broken\n${row}\n${row.replace('YJ1', 'YJ2')}`),
      'youth-justice',
      today,
    );
    expect(read.rejected).toMatchObject([
      { line: 2, reason: 'a quotation mark is out of place or not closed', original: '"YJ0;broken' },
    ]);
    expect(read.referrals.map((one) => one.externalReference)).toEqual(['YJ1', 'YJ2']);
  });
  it('of JSON lines loses no line behind a broken one', () => {
    const good = '{"iAm":"person harmed","name":"Ann"}';
    const read = readReferralFile(
      utf8(`${good}\n{"iAm":\n[1]\n{"iAm":"somebody"}\n{"iAm":"person harmed","name":"Bea","extra":1}\n`),
      'self',
      today,
    );
    expect(read.referrals).toHaveLength(1);
    expect(read.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'the line is not JSON'],
      [3, 'the line is not a JSON object'],
      [4, '"iAm" does not say whether the person was harmed or is responsible'],
      [5, 'the form does not fit: extra'],
    ]);
  });
});
