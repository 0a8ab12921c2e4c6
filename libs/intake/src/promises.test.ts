/** What intake promises about any file, tried on thousands of invented ones. A failure prints its seed. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readReferralFile, type ReadFile } from './read-referral-file.js';
import { returnedFile } from './returned-file.js';
import { police as policeMapping } from './referrers/police.js';

const policeColumns = Object.keys(policeMapping.columns);

const today = '2026-10-12';
const bytes = (text: string) => new TextEncoder().encode(text);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]): string => cells.map(quoted).join(',');
const header = line(policeColumns);
const file = (lines: readonly string[]): Uint8Array => bytes(`\uFEFF${[header, ...lines].join('\r\n')}\r\n`);
const marks = (read: ReadFile) => read.referrals.flatMap((referral) => referral.rows);

const name = fc.constantFrom(
  'DE SOUZA',
  'de Souza',
  'Nguyễn',
  'Wood',
  "O'Neill",
  'Price',
  '',
  '=1+1',
  'Line\nbreak',
  'a "b", c',
);
const date = fc.constantFrom(
  '26/08/2026',
  '2026-08-16',
  '17-Aug-2026',
  '24/08/26',
  '31/02/2001',
  '12/11/2031',
  '',
  '1/2',
  'Sept 2026',
);
const reference = fc.constantFrom('CR/1/26', 'CR/2/26', 'cr/1/26', '', 'CR/3/26');
const any = fc.oneof(
  fc.constantFrom('Y', 'N', '', 'Unknown', 'maybe', 'Offender', 'Victim', 'Rape'),
  fc.string({ maxLength: 12 }),
);
const row = fc
  .tuple(
    reference,
    date,
    any,
    any,
    name,
    name,
    date,
    any,
    name,
    name,
    date,
    any,
    any,
    any,
    any,
    any,
    any,
    any,
    any,
    any,
  )
  .filter((cells) => cells.some((cell) => cell.trim() !== ''))
  .filter((cells) => cells.every((cell) => !/[\p{Cc}]/u.test(cell.replaceAll('\n', ''))))
  .map((cells) => line(cells));
// Half rows, rows too long, quotes left open or out of place, other people's text.
const wreck = fc.constantFrom(
  'CR/9/26,too,short',
  `${','.repeat(30)}long`,
  '"open, and never closed',
  'a "stray" quote,b',
  'x,"y"z,w',
);

describe('whatever is in a police file', () => {
  it('no row is ever lost, and a wreck costs only itself', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: row }, wreck), { maxLength: 25 }), (lines) => {
        const read = readReferralFile(file(lines), 'police', today);
        expect(marks(read).length + read.duplicates.length + read.rejected.length).toBe(read.rows);
        const whole = lines.filter((text) => !/^(CR\/9|,,|"open|a "|x,")/.test(text)).length;
        expect(marks(read).length + read.duplicates.length + read.rejected.length).toBeGreaterThanOrEqual(whole);
        for (const rejected of read.rejected) expect(lines.join('\r\n')).toContain(rejected.original);
      }),
      { numRuns: 400 },
    );
  });
  it('reading it again takes nothing twice, also with its columns in another order', () => {
    const reversed = (cells: readonly string[]) => line(cells.toReversed());
    const cells = fc.tuple(
      ...policeColumns.map((_, i) =>
        i === 0 ? fc.constantFrom('CR/1/26', 'CR/2/26') : i === 1 ? date : i === 4 || i === 8 ? name : any,
      ),
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 12 }), (rows) => {
        const usable = rows.filter((row) => row.every((cell) => !/[\p{Cc}]/u.test(cell.replaceAll('\n', ''))));
        const first = readReferralFile(file(usable.map(line)), 'police', today);
        const known = new Set(marks(first).map((mark) => mark.fingerprint));
        const turned = bytes([reversed(policeColumns), ...usable.map(reversed)].join('\n'));
        const again = readReferralFile(turned, 'police', today, { known });
        expect(again.referrals).toEqual([]);
        expect(again.duplicates).toHaveLength(marks(first).length + first.duplicates.length);
      }),
      { numRuns: 200 },
    );
  });
  it('nothing of a victim who did not agree is left, wherever else in the file they are named (R7)', () => {
    const secret = fc.stringMatching(/^[a-z]{9}$/).map((word) => `Zz${word}`);
    const others = fc.constantFrom('Y', 'N', '');
    fc.assert(
      fc.property(
        fc.tuple(secret, secret, others, others, fc.boolean(), fc.boolean()),
        ([family, given, second, safe, sameBirth, otherOffender]) => {
          const one = (agreed: string, surname: string, born: string, offender = 'Wood') =>
            line([
              'CR/1/26',
              '26/08/2026',
              `Theft from ${family}`,
              `spoke to ${given}`,
              offender,
              'Ravi',
              '01/02/1990',
              'Mx',
              surname,
              given,
              born,
              `0770${family}`,
              `${given}@`,
              safe,
              `${family}?`,
              'N',
              `by ${given}`,
              agreed,
              'PC 1',
              `${family} rang twice`,
            ]);
          const lines = [
            one('N', family, '03/04/1980'),
            one(second, family.toUpperCase(), sameBirth ? '03/04/1980' : '', otherOffender ? 'Khan' : 'Wood'),
          ];
          for (const order of [lines, lines.toReversed()]) {
            const read = readReferralFile(file(order), 'police', today);
            const shown = JSON.stringify([read.referrals, read.duplicates, read.warnings]).toLowerCase();
            expect(shown).not.toContain(family.toLowerCase());
            expect(shown).not.toContain(given.toLowerCase());
            expect(shown).not.toContain('1980-04-03');
            expect(read.referrals).toHaveLength(otherOffender ? 2 : 1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
  const formulas = ['=', '+', '-', '@', '\t=', ' =', '＝', '＋', '－', '＠', '﹦', '−', '\u200b=', '\u3000＝'];
  it('the file of rows that go back starts no formula', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...formulas), (text, sign) => {
        const gone = { id: 'r', reason: 'why', original: `${sign}${text}` };
        for (const cells of [null, { Notes: `${sign}${text}` }]) {
          const written = returnedFile([{ ...gone, cells }], ['Notes']);
          const [, [, , notes, original] = []]: string[][] = parse(written, { bom: true });
          expect(cells ? notes : original).toBe(`'${sign}${text}`);
        }
      }),
    );
  });
});
