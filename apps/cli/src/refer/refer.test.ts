// `npm run refer`: what it may be asked, what it prints, and who can read what it writes.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWanted, writeRejected } from './files.js';
import { reportOf } from './report.js';
import { wantedFrom } from './wanted.js';

const police = 'test/fixtures/referrals/referrals-police.csv';
const today = '2026-10-12';
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
    [['a', '--from', 'toString'], 'No referrer is called "toString"'],
    [['a', '--from', 'self', '--as', 'x'], '--service and --as go together'],
    [['a', '--form', 'self'], "Unknown option '--form'"],
  ])('%j get one line with the usage', (args, line) => {
    expect(() => wantedFrom(args)).toThrow(`${line}: npm run refer -- FILE --from police|youth-justice|self`);
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
    const wanted = { file: file(), from: 'police', preview: true, as: null, service: null } as const;
    await expect(readWanted(wanted, today)).rejects.toThrow(line);
  });
  it('of rejected rows is for its owner only, also when one was there before', async () => {
    writeFileSync(join(folder, 'a.csv.rejected.csv'), 'old', { mode: 0o644 });
    const path = await writeRejected(join(folder, 'a.csv'), [{ line: 2, reason: 'why', original: '=1+1' }]);
    expect(path && statSync(path).mode & 0o777).toBe(0o600);
    expect(path && readFileSync(path, 'utf8')).toBe(`\uFEFFLine,Reason,Original text\r\n2,why,"'=1+1"\r\n`);
  });
  it('of rejected rows is not written when there are none', async () => {
    await expect(writeRejected(join(folder, 'a.csv'), [])).resolves.toBeNull();
  });
});

describe('the report', () => {
  it('counts every row of the file once, and names nobody', async () => {
    const read = await readWanted({ file: police, from: 'police', preview: false, as: null, service: null }, today);
    const report = reportOf(read, { taken: 118, before: 2, opened: 117 }, 'x.rejected.csv');
    expect(report.split('\n').slice(0, 4)).toEqual([
      'Of 124 rows:',
      '  taken      118 (117 cases opened)',
      '  duplicate  3',
      '  rejected   3, with reasons in x.rejected.csv',
    ]);
    const names = read.referrals.flatMap(({ people }) => people.flatMap((one) => one.names.family ?? []));
    expect(names.filter((name) => reportOf(read, null, null).includes(name))).toEqual([]);
  });
});
