// `npm run refer`: what it may be asked, what it prints, and who can read what it writes.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referrers } from '#libs/intake';
import { previewOf } from '#libs/referral-files';
import { contentOf, mappingGiven, readWanted, writeReturned } from './files.js';
import { reportOf } from './report.js';
import { wantedFrom } from './wanted.js';

const police = 'test/fixtures/referrals/referrals-police.csv';
const today = '2026-10-12';
const whole = { file: police, from: 'police', preview: false, as: null, service: null } as const;
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'refer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the arguments', () => {
  it('name one file and who sent it', () => {
    expect(wantedFrom(['a.csv', '--from', 'police', '--preview'])).toMatchObject({
      file: 'a.csv',
      from: 'police',
      preview: true,
    });
  });
  it.each([
    [[], 'Name one file'],
    [['a', 'b', '--from', 'self'], 'Name one file'],
    [['a'], 'Say who sent it'],
    [['a', '--from', 'toString'], 'No mapping is called "toString"'],
    [['a', '--from', 'self', '--as', 'x'], '--service and --as go together'],
    [['a', '--form', 'self'], "Unknown option '--form'"],
  ])('%j get one line with the usage', (args, line) => {
    expect(() => wantedFrom(args)).toThrow(
      `${line}: npm run refer -- FILE --from police|youth-justice|self|NAME|MAPPING.json`,
    );
  });
});

describe('the file', () => {
  it.each([
    ['is missing', () => join(folder, 'none.csv'), /^Cannot read .*none\.csv: there is no such file\.$/],
    ['is a folder', () => folder, /^Cannot read .*: it is a folder\.$/],
    [
      'is of another referrer',
      () => 'test/fixtures/referrals/referrals-self.jsonl',
      /Line 1 is no header of this referrer's/,
    ],
  ])('that %s gets one line', async (_, file, line) => {
    const wanted = { ...whole, file: file() };
    const reading = contentOf(wanted.file).then((bytes) => readWanted(wanted.file, referrers.police, bytes, today));
    await expect(reading).rejects.toThrow(line);
  });
  it('of a mapping is read by its path, and one that was saved is asked of the database', async () => {
    const from = 'test/fixtures/mappings/northfold-records.json';
    await expect(mappingGiven({ ...whole, from })).resolves.toMatchObject({ name: 'northfold-records' });
    await expect(mappingGiven({ ...whole, from: 'northfold-records' })).resolves.toBeNull();
    await expect(mappingGiven({ ...whole, from: join(folder, 'none.json') })).rejects.toThrow('there is no such file');
  });
  it('of rejected rows is for its owner only, also when one was there before', async () => {
    writeFileSync(join(folder, 'a.csv.rejected.csv'), 'old', { mode: 0o644 });
    const path = await writeReturned(join(folder, 'a.csv'), 'new');
    expect(path && statSync(path).mode & 0o777).toBe(0o600);
    expect(path && readFileSync(path, 'utf8')).toBe('new');
  });
  it('of rejected rows is not written when there are none', async () => {
    await expect(writeReturned(join(folder, 'a.csv'), null)).resolves.toBeNull();
  });
});

describe('the report', () => {
  it('counts every row of the file once, and names nobody', async () => {
    const read = await readWanted(police, referrers.police, readFileSync(police), today);
    const preview = previewOf(read, new Set());
    const report = reportOf(preview, { taken: 118, before: 3, opened: 117, returned: 3 }, 'x.rejected.csv');
    expect(report.split('\n').slice(0, 4)).toEqual([
      'Of 124 rows:',
      '  taken      118 (117 cases opened)',
      '  duplicate  3',
      '  rejected   3, with reasons in x.rejected.csv',
    ]);
    const names = read.referrals.flatMap(({ people }) => people.flatMap((one) => one.names.family ?? []));
    expect(names.filter((name) => reportOf(preview, null, null).includes(name))).toEqual([]);
  });
});
