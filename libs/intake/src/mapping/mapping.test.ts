/** A referrer's own spreadsheet, mapped without code: the weekly export of a records system that knows nothing of this work (t48). */
import { readFileSync } from 'node:fs';
import { readReferralFile } from '../read-referral-file.js';
import { referrers } from '../referrers/index.js';
import { sheetOf } from '../sheet.js';
import { mappingFile, readMapping, type Mapping } from './mapping.js';
import { suggestMapping } from './suggest.js';

const today = '2026-11-09';
const bytes = readFileSync('test/fixtures/trials/t48-records-system.csv');
const read = (json: object): Mapping => {
  const found = readMapping(JSON.stringify(json));
  if (!found.ok) throw new Error(found.problems.join(' '));
  return found.mapping;
};
const json = JSON.parse(readFileSync('test/fixtures/mappings/northfold-records.json', 'utf8')) as object;

describe('the export of a records system (t48)', () => {
  const { rows, referrals, rejected, duplicates, passedOver } = readReferralFile(bytes, read(json), today);
  const by = (reference: string) => referrals.find(({ externalReference }) => externalReference === reference);
  it('gives the wanted rows once, and says of each other row which column kept it out', () => {
    expect(rows).toBe(6);
    expect(referrals.map(({ externalReference }) => externalReference)).toEqual([
      '2026-48000101',
      '2026-48000102',
      '2026-48000103',
    ]);
    expect(duplicates).toMatchObject([{ line: 6, sameAsLine: 2 }]);
    expect(rejected).toEqual([]);
    expect(passedOver).toEqual([
      { line: 5, column: 'Case Occurred Incident Type' },
      { line: 7, column: 'Case Subject Custody Status' },
    ]);
  });
  it('has its days with the month first', () => {
    expect(by('2026-48000101')).toMatchObject({
      reportedOn: '2026-11-03',
      offences: [{ kind: 'theft', words: 'Theft Retail' }],
      people: [{ role: 'responsible', names: { asWritten: 'Perrin Oswald' }, bornOn: '2007-07-22' }],
    });
  });
  it('shows a day that is not one, and never turns it round', () => {
    const referral = by('2026-48000102');
    expect(referral?.people).toMatchObject([{ bornOn: null, ageBand: '18to64' }]);
    expect(referral?.setAside).toContainEqual(
      expect.objectContaining({
        original: '13/05/2004',
        reason: expect.stringContaining('only with the day first') as string,
      }),
    );
  });
  it('sends what is domestic to safeguarding, for nobody says who began it (R4)', () => {
    expect(by('2026-48000103')).toMatchObject({
      toSafeguarding: true,
      noVictimContact: true,
      risk: { domesticAbuse: true },
    });
  });
  it('is a referral that waits for whoever was harmed', () => {
    for (const referral of referrals)
      expect(referral.flags).toContainEqual({ rule: 'R10', what: 'harmedNotNamed', about: 'harmed' });
    expect(referrals.flatMap(({ people }) => people.map(({ role }) => role))).toEqual([
      'responsible',
      'responsible',
      'responsible',
    ]);
  });
  it('keeps what has no place of its own as it was written', () => {
    expect(by('2026-48000101')?.setAside).toContainEqual(
      expect.objectContaining({ about: 'responsible', original: '14 Limekiln Row Northfold' }),
    );
  });
  it('takes a row again only where something that is read has changed', () => {
    const other = Buffer.from(String(bytes).replaceAll(',West', ',South West'));
    const known = new Set(referrals.flatMap((one) => one.rows.map(({ fingerprint }) => fingerprint)));
    expect(readReferralFile(other, read(json), today, { known }).referrals).toEqual([]);
  });
  it('asks where age and birth date contradict each other', () => {
    const older = Buffer.from(String(bytes).replaceAll('Theft Retail,19', 'Theft Retail,25'));
    const [first] = readReferralFile(older, read(json), today).referrals;
    expect(first?.people).toMatchObject([{ bornOn: null, ageBand: null }]);
    expect(first?.flags).toContainEqual({ rule: 'R26', what: 'birthDateInDoubt', about: 'responsible' });
  });
});

describe('a mapping', () => {
  it.each(Object.values(referrers).map((one) => [one.name, one] as const))(
    '%s goes out as a file and comes in the same',
    (_, one) => {
      expect(readMapping(mappingFile(one))).toEqual({ ok: true, mapping: one });
    },
  );
  it.each<[string, object, RegExp]>([
    ['a name that is none', { name: 'North Fold!' }, /^name: .*lower case letters/],
    ['a field that is not known', { columns: { A: 'victim' } }, /^columns.A/],
    ['nobody it is about', { columns: { A: 'notes' } }, /no column says who it is about/],
    ['days in both orders', { dates: ['dayMonthYear', 'monthDayYear'] }, /not both/],
    ['something that is not known', { code: 'x' }, /code/],
  ])('with %s is refused in a sentence', (_, wrong, sentence) => {
    const found = readMapping(JSON.stringify({ ...json, ...wrong }));
    expect(found.ok ? [] : found.problems).toContainEqual(expect.stringMatching(sentence));
  });
  it('that is no JSON is refused', () => {
    expect(readMapping('{')).toEqual({ ok: false, problems: ['The mapping is not JSON.'] });
  });
});

describe('a first mapping of a table nobody has mapped', () => {
  it('knows most columns of the records system, and its days with the month first', () => {
    const { columns, dates } = suggestMapping(bytes, 'new');
    expect(columns).toMatchObject({
      'Case Number': 'reference',
      'Case Occurred From Date': 'recordedOn',
      'Case Occurred Incident Type': 'offence.words',
      'Case Subject Age': 'responsible.age',
      'Case Subject Global Subject': 'responsible.name',
      'Case Subject Global Subject Date Of Birth': 'responsible.bornOn',
      'Case Subject Global Subject Primary Phone Number': 'responsible.telephone',
    });
    expect(dates[0]).toBe('monthDayYear');
  });
  it.each([
    ['police', 'referrals-police.csv'],
    ['youth-justice', 'referrals-youth-justice.csv'],
  ] as const)('is that of %s where the file is theirs', (name, file) => {
    const { columns } = suggestMapping(readFileSync(`test/fixtures/referrals/${file}`), 'new');
    expect(columns).toEqual(referrers[name].columns);
  });
  it.each(['constructor', '__proto__', 'toString'])(
    'takes "%s" for a word like any other, as a column and in a cell',
    (odd) => {
      const text = `Offence,Offender name,${odd}\n${odd},Gwen Parry,x\n`;
      const mapping = suggestMapping(Buffer.from(text), 'new');
      expect(Object.keys(mapping.columns)).toEqual(expect.arrayContaining(['Offence', 'Offender name']));
      const { referrals, rejected } = readReferralFile(Buffer.from(text), read(mapping), '2026-12-01');
      expect([referrals.length, rejected.length]).toEqual([1, 0]);
      expect(referrals[0]?.offences).toMatchObject([{ kind: 'other', words: odd }]);
    },
  );
  it('takes "ie" and "na" for answers where they stand there', () => {
    const text = 'Trosedd,Troseddwr,Safe to contact\nTheft,Gwen Parry,ie\nTheft,Alun Rees,na\n';
    expect(suggestMapping(Buffer.from(text), 'new').words).toMatchObject({
      yes: ['y', 'yes', 'ie'],
      no: ['n', 'no', 'na'],
    });
  });
  it('can stand once a person has looked it through', () => {
    expect(readMapping(JSON.stringify(suggestMapping(bytes, 'new')))).toMatchObject({ ok: true });
  });
});

describe('one page about a referral', () => {
  it('says what is known, what has to be asked, and what to be careful about', () => {
    const [, , domestic] = readReferralFile(bytes, read(json), today).referrals;
    const sheet = domestic && sheetOf(domestic);
    expect(sheet?.known).toContainEqual({
      says: 'Person responsible',
      value: 'Alun Speight, born 2002-02-09, +442079460103',
    });
    expect(sheet?.missing).toEqual(['Who was harmed.', 'Who began it.']);
    expect(sheet?.cautions).toContainEqual(
      expect.stringContaining('nobody says who began the referral: safeguarding lead first'),
    );
  });
  it('holds of somebody who did not agree to share their existence alone (R7)', () => {
    const found = readReferralFile(
      readFileSync('test/fixtures/referrals/referrals-police.csv'),
      'police',
      '2026-10-12',
    );
    const one = found.referrals.find(({ externalReference }) => externalReference === 'CR/51140/26');
    expect(one && sheetOf(one).known).toContainEqual({
      says: 'Person harmed',
      value: 'did not agree to share: nothing is held',
    });
  });
});
