/** Rows that could not stand go back with every column and a reason; mended and sent again, each is known as the same row. */
import { readFileSync } from 'node:fs';
import { readReferralFile, type ReadFile } from './read-referral-file.js';
import { returnedFile } from './returned-file.js';
import { police as policeMapping } from './referrers/police.js';

const policeColumns = Object.keys(policeMapping.columns);

const today = '2026-10-12';
const bytes = (text: string) => new TextEncoder().encode(text);
const goingBack = ({ rejected }: ReadFile) => rejected.map((row, n) => ({ ...row, id: `r${n + 1}` }));
const police = () => readFileSync('test/fixtures/trials/t07-trailing-columns.csv', 'utf8');
const withoutNames = () => {
  const [header = '', ...rows] = police().trimEnd().split(/\r?\n/);
  const cells = (rows[0] ?? '').split(',');
  const at = header.split(',').indexOf('Crime Ref');
  const [surname, forename] = ['Offender Surname', 'Offender Forename'].map((name) => header.split(',').indexOf(name));
  const blank = cells.map((cell, i) => ([at, surname, forename].includes(i) ? '' : i === 12 ? '=1+1' : cell));
  return [header, blank.join(',')].join('\r\n');
};

test('a row of the police goes back under all its columns, and stands once what lacked is filled in', () => {
  const read = readReferralFile(bytes(withoutNames()), 'police', today);
  expect(read.rejected).toHaveLength(1);
  const written = returnedFile(goingBack(read), read.columns);
  const [header = '', row = ''] = written.slice(1).split('\r\n');
  expect(header.split(',')).toEqual(['Returned row', 'Why it came back', ...policeColumns, 'As it stood']);
  expect(row).toContain("'=1+1");
  const mended = written.replace(/(\r\nr1,[^,]*),/, '$1,CR/77/26');
  expect(mended).not.toBe(written);
  const again = readReferralFile(bytes(mended), 'police', today);
  expect(again.rejected).toEqual([]);
  expect(again.mended).toEqual([{ returned: 'r1', fingerprint: again.referrals[0]?.rows[0]?.fingerprint }]);
  expect(again.referrals[0]?.externalReference).toBe('CR/77/26');
});

test('a row that comes back as it was goes back under the same id, and is the same row', () => {
  const read = readReferralFile(bytes(withoutNames()), 'police', today);
  const again = readReferralFile(bytes(returnedFile(goingBack(read), read.columns)), 'police', today);
  expect(again.rejected).toMatchObject([{ returned: 'r1', reason: read.rejected[0]?.reason }]);
  expect(again.rejected[0]?.fingerprint).toBe(read.rejected[0]?.fingerprint);
});

test('a row that no cell could be cut from goes back whole', () => {
  const text = `${policeColumns.join(',')}\r\nCR/9/26,too,short\r\n`;
  const read = readReferralFile(bytes(text), 'police', today);
  expect(returnedFile(goingBack(read), read.columns)).toContain('"CR/9/26,too,short"');
});

test('a form goes back as a form', () => {
  const read = readReferralFile(bytes('{"iAm":"nobody","name":"Fflur Roe"}\n{"iAm":"person harmed",\n'), 'self', today);
  const written = returnedFile(goingBack(read), read.columns);
  const mended = written
    .replace('nobody', 'person harmed')
    .replace('\\"person harmed\\",', '\\"person harmed\\",\\"name\\":\\"Ann\\"}');
  const again = readReferralFile(bytes(mended), 'self', today);
  expect(again.rejected).toEqual([]);
  expect(again.mended.map(({ returned }) => returned)).toEqual(['r1', 'r2']);
});

test('a file of more rows than are taken at once is refused in one line', () => {
  expect(() => readReferralFile(bytes(police()), 'police', today, { mostRows: 0 })).toThrow(
    'The file has 1 rows; at most 0 are taken at once.',
  );
});
