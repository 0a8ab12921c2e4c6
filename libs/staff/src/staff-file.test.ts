// The service's own sheet: sound rows taken, dirty values set aside, nothing guessed.
import { readStaffFile } from './staff-file.js';

const header =
  'name,email,level,registered until,specialist training,languages,gender,base,employment,capacity points,availability,back on,last supervision,last observed practice,CPD hours this year,CPD approved hours';
const sheet = (...rows: string[]) => readStaffFile(Buffer.from([header, ...rows].join('\n')));

test('a sound row is taken whole', () => {
  const { staff, rejected, setAside } = sheet(
    'Grace Singh,f1@rj.example.org,Foundation,2027-02-01,hate crime|Young people,en|cy,non-binary,Peterlee,volunteer,10,active,,2026-05-05,2025-12-19,18,6.5',
  );
  expect([rejected, setAside]).toEqual([[], []]);
  expect(staff[0]).toMatchObject({
    name: 'Grace Singh',
    level: 'Foundation',
    training: ['hate crime', 'young people'],
    caseloadLimit: 10,
    backOn: null,
    cpdApprovedHours: 6.5,
  });
});

test('an impossible date and a word for a number are set aside in their own text; the row is taken', () => {
  const { staff, setAside } = sheet('Tom Osei,f2@rj.example.org,advanced,31/02/2027,,,,,,many,,,,,,');
  expect(staff[0]).toMatchObject({ level: 'Advanced', registeredUntil: null, caseloadLimit: null });
  expect(setAside.map(({ column, original }) => [column, original])).toEqual([
    ['capacity points', 'many'],
    ['registered until', '31/02/2027'],
  ]);
});

test('who has no name, no address, no known level, or an address that was there before is rejected with the reason', () => {
  const { staff, rejected } = sheet(
    ',a@b.example,Foundation,,,,,,,,,,,,,',
    'A,,Foundation,,,,,,,,,,,,,',
    'A,a@b.example,Expert,,,,,,,,,,,,,',
    'A,a@b.example,Foundation,,,,,,,,,,,,,',
    'B,A@B.example,Foundation,,,,,,,,,,,,,',
  );
  expect(staff).toHaveLength(1);
  expect(rejected.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
});
