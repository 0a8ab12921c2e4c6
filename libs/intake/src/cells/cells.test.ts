/** Single cells as tired hands and other programs write them: each is read, or held as not known, and nothing is guessed. */
import { birthDoubt } from './births.js';
import { folded, mended, seen } from './characters.js';
import { readDate, type DateStyle } from './dates.js';
import { detailsRead } from './details.js';
import { emailOf } from './emails.js';
import { languageOf } from './languages.js';
import { isNobodysAddress, isNobodysNumber, knownPart, namesNobody } from './not-known.js';
import { namedIn, namedInParts } from './several.js';
import { telephonesIn } from './telephones.js';

describe('marks that nobody sees', () => {
  it.each([
    ['directions', '\u202D07700 900301\u202C', '07700 900301'],
    ['zero width', 'anwen@example.com\u200B', 'anwen@example.com'],
    ['a soft hyphen', 'Llan\u00ADfair', 'Llanfair'],
    ['a byte order mark inside', 'BT/\uFEFF1', 'BT/1'],
    ['a space that does not break', 'Ann\u00A0Wood ', 'Ann Wood'],
    ['letters taken apart', 'Sio\u0302n', 'Siôn'],
  ])('are taken out: %s', (_, text, plain) => {
    expect(seen(text)).toBe(plain);
  });
  it('stay where a script joins its letters with them', () => {
    expect(seen('علی\u200Cرضا')).toBe('علی\u200Cرضا');
  });
  it('make no difference between two spellings of a reference', () => {
    expect(['bt / 12 / 26', 'BT/12/26\u200B', 'BT/12/２６'].map(folded)).toEqual(['BT/12/26', 'BT/12/26', 'BT/12/26']);
    expect(folded('CR–12')).toBe(folded('cr-12'));
  });
});

describe('letters that were encoded twice', () => {
  it.each([
    ['ChloÃ©', 'Chloé'],
    ['ChloÃƒÂ©', 'Chloé'],
    ['SiÃ¢n', 'Siân'],
    ['Oâ€™Neill', 'O’Neill'],
    ['Å´yn', 'Ŵyn'],
    ['ZoÃ« and Renée', 'Zoë and Renée'],
  ])('%s is %s', (text, right) => {
    expect(mended(text)).toBe(right);
  });
  it.each(['Chloé', 'Siân', 'Łukasz', 'Ångström', 'Nguyễn', 'João Ávila', '£5 – or "so"'])('%s stays', (text) => {
    expect(mended(text)).toBe(text);
  });
});

describe('a date', () => {
  const all: DateStyle[] = ['dayMonthYear', 'dayMonthName', 'iso', 'shortYear', 'serial'];
  it.each([
    ['18-Sept-2026', '2026-09-18'],
    ['20/11/2026 00:00:00', '2026-11-20'],
    ['1991-10-09T00:00:00', '1991-10-09'],
    ['20-Nov-26', '2026-11-20'],
    ['46346', '2026-11-20'],
    ['20 Tachwedd 2026', '2026-11-20'],
    ['3ydd o Fai 2026', null],
    ['3 Mai 2026', '2026-05-03'],
    ['Friday 20th of November 2026', '2026-11-20'],
    ['November 20, 2026', '2026-11-20'],
    ['20/11/2026 2:30 pm', '2026-11-20'],
    ['20‑11‑2026', '2026-11-20'],
    // Half past eleven at night in universal time is the next day in London's summer.
    ['2026-08-16T23:30:00Z', '2026-08-17'],
  ])('written %s is %s', (text, date) => {
    expect(readDate(text, all, 'a day')).toEqual(date === null ? { reason: expect.any(String) } : { date });
  });
  it.each([
    ['31/02/2026', 'there is no such day'],
    ['2026-02-30T12:00:00Z', 'there is no such day'],
    ['08/26/2026', 'there is no month 26; it would be a day only with the month first'],
    ['20-Foo-2026', 'no month is called so'],
    ['20/11/2026 25:00', 'there is no such time of day'],
    ['next week', 'it is not written in a way this referrer uses'],
  ])('%s is refused with the truth', (text, why) => {
    expect(readDate(text, all, 'a day')).toEqual({ reason: `is not a day: ${why}` });
  });
  it('goes month first where a referrer says so, and the other way round is refused', () => {
    expect(readDate('07/22/2007', ['monthDayYear'], 'a day')).toEqual({ date: '2007-07-22' });
    expect(readDate('13/05/2004', ['monthDayYear'], 'a day')).toEqual({
      reason: 'is not a day: there is no month 13; it would be a day only with the day first',
    });
  });
});

describe('telephone numbers', () => {
  const numbers = (cell: string) => telephonesIn(cell).map(({ number }) => number);
  it('keep their extension apart, and how they were written', () => {
    expect(telephonesIn('01632 960001 ext. 12')).toEqual([
      { number: '+441632960001', extension: '12', written: '01632 960001 ext. 12' },
    ]);
  });
  it.each([
    ['07700 900301 / 07700 900302', ['+447700900301', '+447700900302']],
    ['07700900301 07700900302', ['+447700900301', '+447700900302']],
    ['Home: 01632 960001; mob 07700 900 301', ['+441632960001', '+447700900301']],
    ['07700 900301 or +44 7700 900301', ['+447700900301']],
    ['０７７００ ９００３０１', ['+447700900301']],
    ['07700–900–301', ['+447700900301']],
    ['(020) 7946 0101', ['+442079460101']],
    ['ask his mother', []],
    ['20/11/2026', []],
  ])('of %s are %j', (cell, expected) => {
    expect(numbers(cell)).toEqual(expected);
  });
  it.each(['+447000000000', '+447123456789', '+440000000000', '+441234567890'])('%s is nobody’s', (number) => {
    expect(isNobodysNumber(number)).toBe(true);
  });
  it('of people are not taken for nobody’s', () => {
    expect(['+447700900301', '+442079460101', '+441632960001'].some(isNobodysNumber)).toBe(false);
  });
});

describe('what says that nothing is known', () => {
  it.each([
    'unknown', 'N/A', 'n/k', 'NONE', 'TBC', 'victim 1', 'Victim2', '-', '???', 'test', 'Unknown Male', 'Not known', 'Anhysbys', 'dioddefwr 2',
    'Ddim yn hysbys', 'Mr Unknown', 'to be confirmed',
  ])('"%s" names nobody', (cell) => {
    expect(namesNobody(cell)).toBe(true);
  }); // prettier-ignore
  it.each(['Ann Wood', 'Nia Test-Jones', 'Maria Male', 'DT', 'Xu', 'Will Victim Smith', 'Lee Child'])(
    '"%s" may',
    (cell) => {
      expect(namesNobody(cell)).toBe(false);
    },
  );
  it('is left out of a name that says something besides', () => {
    expect(['Unknown Tolland', 'Ann Wood', 'N/A Wood'].map(knownPart)).toEqual(['Tolland', 'Ann Wood', 'Wood']);
  });
  it('may stand in an address', () => {
    const nobodys = ['none@none.com', 'test@test.com', 'noemail@example.org', 'unknown@police.example'];
    expect(nobodys.every(isNobodysAddress)).toBe(true);
    expect(['ann@example.com', 'a.none@example.com', 'testa@test.com'].some(isNobodysAddress)).toBe(false);
  });
});

describe('who stands in one cell', () => {
  const names = (cell: string) => namedIn(cell).who.map(({ names: { asWritten } }) => asWritten);
  it.each([
    ['Marks & Spencer plc', ['Marks & Spencer plc']],
    ['Marks & Spencer', ['Marks & Spencer']],
    ['Mr and Mrs van Dijk', ['Mr van Dijk', 'Mrs van Dijk']],
    ['Mr P & Mrs J Tolland', ['P Tolland', 'J Tolland']],
    ['Peter, Nesta and Gwen Tolland', ['Peter Tolland', 'Nesta Tolland', 'Gwen Tolland']],
    ['Tolland, Peter & Nesta', ['Peter Tolland', 'Nesta Tolland']],
    ['Siân Rees ac Elin Pugh', ['Siân Rees', 'Elin Pugh']],
    ['Gwen Rees a Huw Pugh', ['Gwen Rees', 'Huw Pugh']],
    ['Maria a Beckett', ['Maria a Beckett']],
    ['Thomas à Kempis', ['Thomas à Kempis']],
    ['Gareth Bell/Bell Motors Ltd', ['Gareth Bell', 'Bell Motors Ltd']],
    ['John Smith a/k/a Jack', ['John Smith a/k/a Jack']],
    ['St. Mary’s Primary School', ['St. Mary’s Primary School']],
    ['Charlotte Church', ['Charlotte Church']],
    ["Anderson O'Neill", ["Anderson O'Neill"]],
  ])('%s: %j', (cell, expected) => {
    expect(names(cell)).toEqual(expected);
  });
  it('may be one firm or a man and his firm: nobody is made of it, and it is marked', () => {
    expect(namedIn('Gareth Bell & Bell Motors Ltd')).toMatchObject({
      who: [{ body: true }],
      split: false,
      unsure: true,
    });
  });
  it('is read from separate cells by the same rules', () => {
    expect(namedInParts('', 'Peter and Nesta', 'Tolland').who.map((one) => one.names.asWritten)).toEqual([
      'Peter Tolland',
      'Nesta Tolland',
    ]);
    expect(namedInParts('Mr & Mrs', '', 'Tolland').split).toBe(true);
    expect(namedInParts('', 'Alexandra', 'Hand').who).toHaveLength(1);
  });
});

describe('languages, addresses and birth dates', () => {
  it('of Welsh are one language however they are written', () => {
    expect(['CY', 'Welsh', 'Cymraeg', 'cy', 'CYMRAEG', 'cy-GB'].map(languageOf)).toEqual([
      'cy',
      'cy',
      'cy',
      'cy',
      'cy',
      'cy-GB',
    ]);
    expect(['klingonish!', 'a language'].map(languageOf)).toEqual([null, null]);
  });
  it('of an address lose what a mail program puts around them', () => {
    expect(['mailto:ann@example.com', '<ann@example.com>'].map(emailOf)).toEqual([
      'ann@example.com',
      'ann@example.com',
    ]);
  });
  it.each([
    ['2027-01-01', 'anybody', null, 'bornInTheFuture'],
    ['2026-11-01', 'anybody', '2026-10-01', 'bornAfterTheAct'],
    ['1975-08-12', 'youthJusticeChild', null, 'noLongerAChild'],
    ['2020-08-12', 'youthJusticeChild', null, 'underTenAtTheAct'],
    ['2017-01-01', 'responsible', '2026-11-20', 'underTenAtTheAct'],
    ['2011-02-01', 'youthJusticeChild', null, null],
    ['1975-08-12', 'responsible', null, null],
    ['2020-08-12', 'anybody', null, null],
  ] as const)('%s of %s (act on %s): %s', (bornOn, as, actOn, doubt) => {
    expect(birthDoubt(bornOn, { today: '2026-12-01', actOn, as })).toBe(doubt);
  });
  it('are read alike where somebody types them in', () => {
    expect(
      detailsRead({ telephone: '07700 900301\u200B', given: 'ChloÃ©', language: 'Cymraeg', title: '' }, '2026-12-01'),
    ).toEqual({
      values: { telephone: '+447700900301', given: 'Chloé', language: 'cy', title: '' },
    });
    expect(detailsRead({ bornOn: '2027-01-01' }, '2026-12-01')).toMatchObject({ field: 'bornOn' });
    expect(detailsRead({ telephone: '07000000000' }, '2026-12-01')).toMatchObject({ field: 'telephone' });
    expect(detailsRead({ family: 'N/A' }, '2026-12-01')).toMatchObject({ field: 'family' });
  });
});
