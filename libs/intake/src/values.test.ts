/** Single values: dates in declared styles, telephone numbers, addresses, names, offences; and suggestions of duplicates. */
import { readDate } from './cells/dates.js';
import { emailOf } from './cells/emails.js';
import { foldName, suggestDuplicates, type Comparable } from '#libs/matching';
import { namedIn } from './cells/several.js';
import { telephoneOf } from './cells/telephones.js';
import { offenceOf } from './offences.js';
import { police as policeMapping } from './referrers/police.js';
import { readReferralFile } from './read-referral-file.js';
import { remaining } from './remaining.js';

const policeColumns = Object.keys(policeMapping.columns);

describe('a date', () => {
  const all = ['dayMonthYear', 'dayMonthName', 'iso', 'shortYear'] as const;
  it.each([
    ['26/08/2026', '2026-08-26'],
    ['04/05/2026', '2026-05-04'],
    ['17-Aug-2026', '2026-08-17'],
    ['3 September 2026', '2026-09-03'],
    ['24/08/26', '2026-08-24'],
    ['2026-08-16', '2026-08-16'],
    ['2026/08/16', '2026-08-16'],
  ])('written %s is %s, the day first', (text, date) => {
    expect(readDate(text, all, 'a day')).toEqual({ date });
  });
  it.each(['31/02/2001', '08/26/2026', '2026-13-01', '17-Foo-2026', '1/2', 'Sept 2026', '46260'])(
    'is not guessed from %s',
    (text) => {
      expect(readDate(text, all, 'a day')).toHaveProperty('reason');
    },
  );
  it('with a year of two digits is not a date of birth', () => {
    expect(readDate('24/08/26', ['dayMonthYear'], 'a date of birth')).toEqual({
      reason: 'is not a date of birth: a year of two digits may be of either century',
    });
  });
});

describe('ways of contact', () => {
  it.each([
    ['07700900144', '+447700900144'],
    ['07700 900985', '+447700900985'],
    ['+44 7700 900662', '+447700900662'],
    ['+44 (0)7700 900662', '+447700900662'],
    ['0044 7700-900662', '+447700900662'],
    ['+48 601 234 567', '+48601234567'],
    ['07700 90066', null],
    // A spreadsheet that takes a number for a sum loses its first zero.
    ['7700900662', '+447700900662'],
    ['unknown', null],
  ])('telephone %s is %s', (text, number) => {
    expect(telephoneOf(text)).toBe(number);
  });
  it.each([
    [' price97@example.com ', 'price97@example.com'],
    ['not-an-email', null],
    ['two@at@example.org', null],
    ['a@example', null],
  ])('e-mail %s is %s', (text, address) => {
    expect(emailOf(text)).toBe(address);
  });
});

describe('words', () => {
  it('of names fold case and marks for comparing only', () => {
    expect(foldName('DE SOUZA')).toBe(foldName('de Souza'));
    expect(foldName('Łukasz Nguyễn')).toBe('lukasz nguyen');
    expect(foldName("O'Neill")).toBe(foldName('O’NEILL'));
    const { who } = namedIn('Gethin Wood & Tariq McAllister and DT');
    expect(who.map(({ names }) => names.asWritten)).toEqual(['Gethin Wood', 'Tariq McAllister', 'DT']);
  });
  it('of an offence name its kind and the risks that it cannot be without', () => {
    expect(offenceOf('Child sexual exploitation')).toMatchObject({
      kind: 'exploitation',
      risks: ['exploitation', 'sexual', 'childVictim'],
    });
    expect(offenceOf('Racially aggravated public order (s4A)')).toMatchObject({ kind: 'hate', risks: ['hate'] });
    expect(offenceOf('Causing death by careless driving')).toMatchObject({ kind: 'death', risks: ['death'] });
    expect(offenceOf('Jaywalking')).toEqual({ kind: 'other', risks: [], known: false });
  });
});

describe('two rows of one offence', () => {
  const row = (victim: string, offender = 'DE SOUZA,Yusuf') =>
    `CR/1/26,26/08/2026,Theft,Charged,${offender},02/01/1969,,${victim},13/04/1986,,,Y,N,N,,Y,PC 1,`;
  const read = (...rows: string[]) =>
    readReferralFile(new TextEncoder().encode([policeColumns.join(','), ...rows].join('\n')), 'police', '2026-10-12');

  it('with different people harmed are one case, one offence and two people (R10)', () => {
    const { referrals } = read(row('Price,Eilidh'), row('Wood,Ann', 'de Souza,Yusuf'));
    expect(referrals).toHaveLength(1);
    expect(referrals[0]?.offences).toHaveLength(1);
    expect(referrals[0]?.people.map((one) => one.names.asWritten)).toEqual([
      'Eilidh Price',
      'Yusuf DE SOUZA',
      'Ann Wood',
    ]);
  });
  it('with different people responsible are two, and say so', () => {
    const { referrals } = read(row('Price,Eilidh'), row('Price,Eilidh', 'Wood,Ravi'));
    expect(referrals.map((one) => one.flags.some((flag) => flag.what === 'sameReference'))).toEqual([true, true]);
  });
  it('of which one was taken before leave only who is new', () => {
    const [both] = read(row('Price,Eilidh'), row('Wood,Ann')).referrals;
    const [first] = read(row('Price,Eilidh')).referrals;
    if (!both || !first) throw new Error('nothing was read');
    const taken = new Set(first.rows.map((mark) => mark.fingerprint));
    expect(remaining(first, taken)).toBeNull();
    expect(remaining(both, taken)?.people.map((one) => one.names.asWritten)).toEqual(['Yusuf DE SOUZA', 'Ann Wood']);
  });
});

describe('probable duplicates', () => {
  const person = (id: string, asWritten: string, given: Partial<Comparable> = {}): Comparable => ({
    id,
    names: { given: null, family: null, knownAs: null, asWritten },
    bornOn: null,
    telephone: null,
    email: null,
    references: [],
    ...given,
  });
  const reasons = (a: Comparable, b: Comparable) => suggestDuplicates([a], [b]).map((one) => one.reasons);

  it('are suggested with their reasons', () => {
    expect(
      reasons(
        person('1', 'Ffion BEGUM', { bornOn: '1943-03-30' }),
        person('2', 'Ffion Begum', { bornOn: '1943-03-30' }),
      ),
    ).toEqual([['sameName', 'sameBirthDate']]);
    expect(
      reasons(
        person('1', 'Wood Ravi', { telephone: '+447700900001' }),
        person('2', 'Ravi Wood', { telephone: '+447700900001' }),
      ),
    ).toEqual([['swappedNames', 'sameTelephone']]);
    expect(
      reasons(
        person('1', '?ukasz Thomas', { bornOn: '2010-06-03' }),
        person('2', 'Łukasz Thomas', { bornOn: '2010-06-03' }),
      ),
    ).toEqual([['lostLetter', 'sameBirthDate']]);
    expect(
      reasons(person('1', 'DT', { bornOn: '2015-08-12' }), person('2', 'Dai Thomas', { bornOn: '2015-08-12' })),
    ).toEqual([['sameInitials', 'sameBirthDate']]);
  });
  it('are not suggested for a shared telephone alone, nor for one name with two birth dates', () => {
    expect(
      reasons(
        person('1', 'Ann Wood', { telephone: '+447700900001' }),
        person('2', 'Bea Wood', { telephone: '+447700900001' }),
      ),
    ).toEqual([]);
    expect(
      reasons(person('1', 'Ann Wood', { bornOn: '1980-01-01' }), person('2', 'Ann Wood', { bornOn: '1990-05-06' })),
    ).toEqual([]);
  });
});
