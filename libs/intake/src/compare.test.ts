/** What a row says is compared with what it claims: each finding is a person's to ask about, and changes nothing by itself. */
import { readReferralFile } from './read-referral-file.js';
import { police } from './referrers/police.js';

const today = '2026-10-12';
const form = (said: object) =>
  readReferralFile(
    Buffer.from(
      JSON.stringify({
        name: 'Fflur Roe',
        iAm: 'person harmed',
        contact: { safe: true, phone: '07700900311' },
        ...said,
      }),
    ),
    'self',
    today,
  );
const row = (cells: Record<string, string>) => {
  const columns = Object.keys(police.columns);
  const sound = {
    'Crime Ref': 'CR/1/26',
    'Recorded Date': '09/10/2026',
    Offence: 'Theft',
    'Offender Surname': 'Wood',
    'Offender Forename': 'Ravi',
    'Victim Surname': 'Moss',
    'Victim Forename': 'Ora',
    ...cells,
  } as Record<string, string>;
  return readReferralFile(
    Buffer.from(`${columns.join(',')}\n${columns.map((column) => sound[column] ?? '').join(',')}`),
    'police',
    today,
  );
};
const whats = ({ referrals }: ReturnType<typeof row>) =>
  referrals.flatMap(({ flags }) => flags.map(({ what }) => what));

test.each([
  ['My son was hurt at school', true],
  ['Cafodd fy mab ei anafu', true],
  ['I was hurt at school', false],
])('"%s" from a person harmed is asked about as on behalf of somebody: %s', (whatHappened, asked) => {
  expect(whats(form({ whatHappened })).includes('mayBeOnBehalf')).toBe(asked);
});

test.each(['My ex-partner broke in', 'He is my husband', 'Fy nghyn-bartner a dorrodd i mewn'])(
  'words of a partner ("%s") go to the safeguarding lead before anything else',
  (whatHappened) => {
    const read = form({ whatHappened });
    expect(whats(read)).toContain('partnerInWords');
    expect(read.referrals[0]).toMatchObject({ toSafeguarding: true, risk: { domesticAbuse: null } });
  },
);
test('where the person has answered the question it is not asked again', () => {
  expect(whats(form({ whatHappened: 'He is my husband', domesticAbuse: false }))).not.toContain('partnerInWords');
});

test('one family name on both sides may be one family; one shop and one name twice are not', () => {
  expect(whats(row({ 'Victim Surname': 'WOOD' }))).toContain('sameFamilyBothSides');
  expect(whats(row({ 'Victim Surname': 'Wood', 'Victim Forename': 'Ravi' }))).not.toContain('sameFamilyBothSides');
  expect(whats(row({ 'Victim Surname': 'Wood Ltd', 'Victim Forename': '' }))).not.toContain('sameFamilyBothSides');
});

test('an outcome "victim does not support" beside the wish of the person harmed is asked about', () => {
  const outcome = { Outcome: 'NFA - victim does not support' };
  expect(whats(row({ ...outcome, 'Initiated by': 'Victim' }))).toContain('outcomeAgainstWish');
  expect(whats(row({ ...outcome, 'Initiated by': 'Offender' }))).not.toContain('outcomeAgainstWish');
});

test('neighbours in a dispute make a case sensitive, and an admission stays where the person harmed did not agree to share', () => {
  const read = row({ Notes: 'Neighbours. Full admissions made.', 'Victim agreed to share': 'N' });
  expect(whats(read)).toEqual(
    expect.arrayContaining(['relationshipInNotes', 'acknowledgementInNotes', 'identityWithheld']),
  );
});

test('a panel that is past is asked about', () => {
  const text = (day: string) =>
    `YJS no,Child,Date of birth,Offence,Panel date,Victim(s),Victim age band,Invite victim?,Reason if not invited,Appropriate adult\nYJ1,Sam Roe,01/02/2012,Theft,${day},Ann Price,18-64,yes,,mother`;
  const of = (day: string) => whats(readReferralFile(Buffer.from(text(day)), 'youth-justice', today));
  expect([of('11/10/2026').includes('panelIsPast'), of('12/10/2026').includes('panelIsPast')]).toEqual([true, false]);
});

test('words of the service’s own raise a caution as the common ones do', () => {
  const bytes = Buffer.from(
    JSON.stringify({ name: 'Fflur Roe', iAm: 'person harmed', whatHappened: 'I stay at Ty Gobaith' }),
  );
  const cautions = (words: string[]) =>
    readReferralFile(bytes, 'self', today, { cautionWords: words }).referrals[0]?.flags.map(({ what }) => what);
  expect(cautions([])).not.toContain('cautionInWords');
  expect(cautions(['Tŷ Gobaith'])).toContain('cautionInWords');
});
