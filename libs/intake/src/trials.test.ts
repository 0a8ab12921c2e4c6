/** The small files of test/fixtures/trials as intake reads them: each row of that folder's README that is about reading. */
import { readFileSync } from 'node:fs';
import { suggestDuplicates, type Comparable } from '#libs/matching';
import { readReferralFile } from './read-referral-file.js';
import { asText } from './spreadsheet.js';
import type { Referral, ReferredPerson } from './referral.js';
import type { ReferrerName } from './referrers/index.js';

const today = '2026-12-01';
const read = (file: string, from: ReferrerName = 'police') =>
  readReferralFile(readFileSync(`test/fixtures/trials/${file}`), from, today);
const harmed = ({ people }: Referral): ReferredPerson[] => people.filter((one) => one.role === 'harmed');
const responsible = ({ people }: Referral) => people.find((one) => one.role === 'responsible');
const whats = (referral: Referral | undefined) => referral?.flags.map((flag) => flag.what);

describe('a cell with marks that nobody sees', () => {
  it('gives its number and its address (t01)', () => {
    const [referral] = read('t01-unseen-marks.csv').referrals;
    expect(referral && harmed(referral)).toMatchObject([
      { telephone: '+447700900301', email: 'anwen.quill@example.com' },
    ]);
    expect(referral?.setAside).toEqual([]);
  });
});

describe('dates as other programs write them', () => {
  it('are read, so that the limits run and ages are known (t02)', () => {
    const { referrals } = read('t02-dates.csv');
    expect(referrals.map((one) => one.reportedOn)).toEqual(['2026-09-18', '2026-11-20', '2026-11-20']);
    expect(referrals.map((one) => responsible(one)?.bornOn)).toEqual(['1985-09-05', '1984-02-01', '1983-02-01']);
    expect(referrals.flatMap(harmed).map((one) => one.bornOn)).toEqual(['1990-10-09', '1991-10-09', '1991-10-10']);
    // Five working days after Friday 18 September and Friday 20 November (R1); received on 1 December, so each is late (R2).
    expect(referrals.map((one) => one.informationDueOn)).toEqual(['2026-09-25', '2026-11-27', '2026-11-27']);
    expect(referrals.every((one) => whats(one)?.includes('lateReferral'))).toBe(true);
    expect(referrals.map((one) => one.risk.childVictim)).toEqual([false, false, false]);
  });
});

describe('several people, or a body, in one cell', () => {
  const { referrals } = read('t03-amp.csv', 'youth-justice');
  const of = (number: string) => referrals.find((one) => one.externalReference === number);
  const named = (number: string) =>
    harmed(of(number) as Referral).map(({ organisation, names }) => [organisation, names.asWritten, names.family]);

  it('are one body where it is a body, with somebody to ask for who speaks for it (t03)', () => {
    expect(named('YJBT3')).toEqual([[true, 'Marks & Spencer plc', null]]);
    expect(whats(of('YJBT3'))).toContain('organisationNeedsNamedContact');
  });
  it('share a family name (t03)', () => {
    expect(named('YJBT4')).toEqual([
      [false, 'Mr Tolland', 'Tolland'],
      [false, 'Mrs Tolland', 'Tolland'],
    ]);
    expect(named('YJBT4B')).toEqual([
      [false, 'Peter Tolland', 'Tolland'],
      [false, 'Nesta Tolland', 'Tolland'],
    ]);
  });
  it('are a person and a body (t03)', () => {
    expect(named('YJBT4C')).toEqual([
      [false, 'Gareth Bell', null],
      [true, 'Bell Motors Ltd', null],
    ]);
  });
  it('are one person whose name has an "a" in it (t03)', () => {
    expect(named('YJBT4D')).toEqual([[false, 'Maria a Beckett', null]]);
  });
  it('are marked for a person to confirm wherever they were split, and only there (t03)', () => {
    expect(referrals.map((one) => whats(one)?.includes('namesSplit'))).toEqual([false, true, true, true, false]);
  });
});

describe('the shape of a table', () => {
  it('may have empty columns at its end (t07)', () => {
    const { rows, referrals, rejected } = read('t07-trailing-columns.csv');
    expect([rows, referrals.length, rejected]).toEqual([1, 1, []]);
  });
  it('may lack its last blank cells, and a row that lacks more comes back with its reason (t08)', () => {
    expect(read('t08-short-row.csv').referrals.flatMap(harmed)).toMatchObject([{ names: { family: 'Moss' } }]);
    const text = readFileSync('test/fixtures/trials/t08-short-row.csv', 'utf8').replace(',Victim,Y,PC 7001', '');
    const { referrals, rejected } = readReferralFile(new TextEncoder().encode(text), 'police', today);
    expect(referrals).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'the row has 16 cells where the header has 20' }]);
  });
  it('may begin with a line for the spreadsheet and end with a marking (t24)', () => {
    const { rows, referrals, rejected } = read('t24-sep-line.csv');
    expect([rows, referrals.length, rejected]).toEqual([1, 1, []]);
  });
});

describe('the same case again', () => {
  it('with another person harmed and the reference spelt otherwise is one offence (t12)', () => {
    const text = ['t12-first.csv', 't12-second.csv'].map((file) =>
      readFileSync(`test/fixtures/trials/${file}`, 'utf8'),
    );
    const [first = '', second = ''] = text;
    const { referrals } = readReferralFile(new TextEncoder().encode(first + second.split('\r\n')[1]), 'police', today);
    expect(referrals).toHaveLength(1);
    expect(referrals[0]?.offences).toHaveLength(1);
    expect(referrals.flatMap(harmed).map((one) => one.names.asWritten)).toEqual(['Yve Reid', 'Zak Reid']);
  });
});

describe('letters that were lost or encoded twice', () => {
  const { referrals } = read('t14-lost-letters.csv');
  it('are recognised, mended where that is certain, and flagged (t14)', () => {
    expect(referrals.flatMap(harmed).map((one) => one.names.given)).toEqual(['Chloé', 'Chloé']);
    expect(whats(referrals[0])).toEqual(expect.arrayContaining(['lettersMended', 'letterLost']));
    expect(whats(referrals[1])).not.toContain('letterLost');
  });
  it('are suggested as the same people (t14)', () => {
    const comparable = (id: string, one: ReferredPerson | undefined): Comparable => ({
      id,
      names: one?.names ?? { given: null, family: null, knownAs: null, asWritten: null },
      bornOn: one?.bornOn ?? null,
      telephone: one?.telephone ?? null,
      email: null,
      references: [],
    });
    const [first, second] = referrals;
    if (!first || !second) throw new Error('nothing was read');
    const reasons = suggestDuplicates([comparable('1', responsible(first))], [comparable('2', responsible(second))]);
    expect(reasons).toMatchObject([{ reasons: ['lostLetter', 'sameBirthDate'] }]);
  });
});

describe('a form', () => {
  it('keeps 30 February out, where it does not move to March, and knows Welsh by "CY" (t18)', () => {
    const { referrals } = read('t18-types.jsonl', 'self');
    expect(referrals[0]?.people[0]).toMatchObject({ language: 'cy' });
    expect(referrals[1]).toMatchObject({
      receivedOn: null,
      setAside: [{ original: '2026-02-30T12:00:00Z', reason: expect.stringContaining('there is no such day') }],
    });
  });
  it('is taken from a list as from lines (t18)', () => {
    const { rows, referrals } = read('t18-array.json', 'self');
    expect([rows, referrals.map((one) => one.people[0]?.names.asWritten)]).toEqual([1, ['Fflur Roe']]);
  });
});

describe('a child who cannot be one', () => {
  it('is flagged, and the age is not known (t19)', () => {
    const { referrals } = read('t19-ages.csv', 'youth-justice');
    expect(referrals.map((one) => responsible(one)?.bornOn)).toEqual([null, null]);
    expect(referrals.map((one) => whats(one)?.includes('birthDateInDoubt'))).toEqual([true, true]);
    expect(referrals.flatMap((one) => one.setAside).map((value) => value.original)).toEqual([
      '12/08/1975',
      '12/08/2020',
    ]);
  });
});

describe('father and son', () => {
  it('with one name in one house are two people, and a question to staff (t23)', () => {
    const { referrals } = read('t23-father-son.csv');
    expect(referrals).toHaveLength(1);
    expect(referrals.flatMap(harmed).map((one) => [one.telephone, one.email])).toEqual([
      ['+447700900350', 'john.senior@example.com'],
      ['+447700900351', 'john.junior@example.com'],
    ]);
    expect(whats(referrals[0])).toContain('sameNameTwice');
  });
});

describe('a workbook', () => {
  it('is read as the table it holds, its days and numbers as they were meant', async () => {
    const bytes = await asText(readFileSync('test/fixtures/referrals/referrals-police.xlsx'));
    const { rejected, referrals } = readReferralFile(bytes, 'police', today);
    expect(rejected).toEqual([]);
    expect(referrals).toMatchObject([{ reportedOn: '2026-11-20', notes: [{ words: 'Line one\nsaid "two"' }] }]);
    expect(referrals.flatMap(harmed)).toMatchObject([{ bornOn: '1981-04-01', telephone: '+447700900311' }]);
  });
});
