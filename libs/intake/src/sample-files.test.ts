/** The three sample files, read row by row as the practice asks (R1 to R10, R26). */
import { readFileSync } from 'node:fs';
import { readReferralFile, type ReadFile } from './read-referral-file.js';
import type { Referral } from './referral.js';
import type { ReferrerName } from './referrers/index.js';

const today = '2026-10-12';
const read = (from: ReferrerName, file: string, known?: ReadonlySet<string>): ReadFile =>
  readReferralFile(readFileSync(`test/fixtures/referrals/${file}`), from, today, known ? { known } : {});
const files = [
  ['police', 'referrals-police.csv', { rows: 124, taken: 120, duplicates: 1, rejected: 3, referrals: 119 }],
  ['youth-justice', 'referrals-youth-justice.csv', { rows: 15, taken: 15, duplicates: 0, rejected: 0, referrals: 15 }],
  ['self', 'referrals-self.jsonl', { rows: 15, taken: 15, duplicates: 0, rejected: 0, referrals: 15 }],
] as const;
const marksOf = (file: ReadFile) => file.referrals.flatMap((referral) => referral.rows);

describe.each(files)('the %s file', (from, file, counts) => {
  const found = read(from, file);
  it('gives every row back as taken, duplicate or rejected', () => {
    const taken = marksOf(found).length;
    const { rows, duplicates, rejected, referrals } = found;
    expect({
      rows,
      taken,
      duplicates: duplicates.length,
      rejected: rejected.length,
      referrals: referrals.length,
    }).toEqual(counts);
  });
  it('taken twice takes nothing twice', () => {
    const again = read(from, file, new Set(marksOf(found).map((mark) => mark.fingerprint)));
    expect(again.referrals).toEqual([]);
    expect(again.duplicates).toHaveLength(counts.taken + counts.duplicates);
    expect(again.rejected).toEqual(found.rejected);
  });
});

describe('police rows', () => {
  const police = read('police', 'referrals-police.csv');
  const byReference = (reference: string): Referral => {
    const referral = police.referrals.find((one) => one.externalReference === reference);
    if (!referral) throw new Error(`no referral ${reference}`);
    return referral;
  };
  const harmed = (referral: Referral) => referral.people.filter((one) => one.role === 'harmed');
  const responsible = (referral: Referral) => referral.people.find((one) => one.role === 'responsible');
  const whats = (referral: Referral) => referral.flags.map((flag) => `${flag.rule} ${flag.what}`);

  it('come back with reason and original text where they cannot stand', () => {
    expect(police.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [
        80,
        '12/11/2031 is not a recorded date: it is in the future; and without a reference nothing says which offence this is',
      ],
      [
        130,
        '12/11/2031 is not a recorded date: it is in the future; and without a reference nothing says which offence this is',
      ],
      [131, 'the row has 6 cells where the header has 20'],
    ]);
    expect(police.rejected[2]?.original).toBe('CR/00001/26,01/09/2026,Robbery,Charged,Short,Row');
  });
  it('that stand twice in the file are a duplicate of the first', () => {
    expect(police.duplicates).toMatchObject([{ line: 28, sameAsLine: 13 }]);
  });
  it('of one offence name a person spelt two ways once', () => {
    const referral = byReference('CR/74039/26');
    expect(referral.rows.map((row) => row.line)).toEqual([13, 129]);
    expect(harmed(referral)).toMatchObject([{ names: { asWritten: 'Ffion Begum' }, telephone: '+447700900474' }]);
    expect(referral.setAside).toMatchObject([{ field: 'name', original: 'Ffion BEGUM' }]);
  });
  it('with a birth date that does not exist are taken without it', () => {
    const referral = byReference('CR/77654/26');
    expect(responsible(referral)).toMatchObject({ names: { family: 'MCALLISTER' }, bornOn: null });
    expect(referral.setAside).toMatchObject([
      { original: '31/02/2001', reason: '31/02/2001 is not a date of birth: there is no such day' },
    ]);
  });
  it('without an offender name are taken while the reference says whom to ask for', () => {
    expect(whats(byReference('CR/48257/26'))).toContain('R9 noName');
  });
  it('begun by the offender and flagged as abuse go to safeguarding and create no contact with the person harmed (R4)', () => {
    expect(byReference('CR/77654/26')).toMatchObject({
      initiator: 'responsible',
      toSafeguarding: true,
      noVictimContact: true,
    });
    expect(byReference('CR/25923/26')).toMatchObject({
      risk: { stalking: true },
      toSafeguarding: true,
      noVictimContact: true,
    });
  });
  it('begun by the offender, with nobody saying whether there was abuse, wait for an answer (R4)', () => {
    const asked = police.referrals.find((one) => one.externalReference === 'CR/48960/26');
    expect(asked).toMatchObject({ toSafeguarding: false, noVictimContact: true });
  });
  it('keep "Unknown" and a blank unknown, and "maybe" too', () => {
    expect(harmed(byReference('CR/27198/26'))[0]?.contact.safe).toBeNull();
    expect(byReference('CR/95362/26')).toMatchObject({
      risk: { domesticAbuse: null },
      setAside: [{ field: 'DA', original: 'maybe' }],
    });
  });
  it('whose victim did not agree hold that somebody was harmed and no more (R7)', () => {
    const referral = byReference('CR/51140/26');
    expect(harmed(referral)).toMatchObject([
      { names: { asWritten: null }, bornOn: null, telephone: null, email: null, agreedToShare: false },
    ]);
    expect(JSON.stringify(referral)).not.toMatch(/Adaeze|de Souza|not-an-email|900968|2017-05-30/);
    expect(referral).toMatchObject({ notes: [], setAside: [], noVictimContact: true, victimAgreedToShare: false });
  });
  it('are late after two working days, the August holiday not counted (R2)', () => {
    expect(whats(byReference('CR/51140/26'))).not.toContain('R2 lateReferral');
    expect(whats(byReference('CR/47649/26'))).toContain('R2 lateReferral');
    expect(byReference('CR/12577/26')).toMatchObject({ informationDueOn: '2026-10-15' });
    expect(byReference('CR/25992/26')).toMatchObject({ reportedOn: '2026-08-24', informationDueOn: '2026-09-01' });
  });
  it('about a child, hate, sexual harm or abuse are due within one working day (R1)', () => {
    expect(byReference('CR/51140/26')).toMatchObject({ enhancedRights: true, informationDueOn: '2026-10-12' });
  });
  it('keep a formula as the text it is, and line breaks inside a cell', () => {
    expect(byReference('CR/28708/26').notes).toEqual([
      { side: 'unsorted', words: '=HYPERLINK("http://example.org","x")' },
    ]);
    expect(byReference('CR/45003/26').notes).toEqual([{ side: 'unsorted', words: 'Line one\nLine two, with a comma' }]);
  });
  it('heed a warning in the notes towards caution only (R11)', () => {
    expect(harmed(byReference('CR/64333/26'))[0]?.contact.voicemail).toBeNull();
    expect(harmed(byReference('CR/48257/26'))[0]?.contact.voicemail).toBe(false);
    expect(harmed(byReference('CR/54097/26'))[0]?.contact.safe).toBe(false);
  });
  it('with ages that contradict one another leave it unknown whether a child was harmed', () => {
    const referral = byReference('CR/25742/26');
    expect(referral.risk.childVictim).toBeNull();
    expect(whats(referral)).toContain('R26 ageContradicted');
  });
  it('know a shop for an organisation', () => {
    expect(harmed(byReference('CR/82104/26'))).toMatchObject([
      { organisation: true, names: { family: 'Corner Shop Ltd' } },
    ]);
  });
  it('need no crime reference while the date is sound', () => {
    expect(police.referrals.filter((one) => one.externalReference === null)).toMatchObject([
      { reportedOn: '2026-07-21' },
    ]);
  });
});

describe('youth justice rows', () => {
  const { referrals } = read('youth-justice', 'referrals-youth-justice.csv');
  const of = (number: string) => referrals.find((one) => one.externalReference === number);

  it('in Latin-1 keep their letters, and a letter that was lost before stays lost', () => {
    expect(of('YJ9010')?.people[0]?.names.asWritten).toBe('Josué Ap-Rhys');
    expect(of('YJ8270')?.people[0]?.names.asWritten).toBe('Josué Müller');
    expect(of('YJ9577')?.people.at(-1)?.names.asWritten).toBe('?ukasz Thomas');
    expect(of('YJ9577')?.flags).toContainEqual({ rule: 'R10', what: 'letterLost', about: 'responsible' });
  });
  it('name each of several people harmed', () => {
    expect(of('YJ6890')?.people.map((one) => [one.role, one.names.asWritten])).toEqual([
      ['harmed', 'Gethin Wood'],
      ['harmed', 'Tariq McAllister'],
      ['responsible', 'Gethin Clarke'],
    ]);
    expect(of('YJ6890')?.people[0]?.ageBand).toBeNull();
    expect(of('YJ1576')?.risk.childVictim).toBe(true);
  });
  it('leave initials initials', () => {
    expect(of('YJ1576')?.people.at(-1)?.names).toMatchObject({
      asWritten: 'DT',
      initialsOnly: true,
      given: null,
      family: null,
    });
  });
  it('record no decision to invite without decider, date and reason (R6)', () => {
    expect(referrals.every((one) => one.invitation?.decision === 'undecided')).toBe(true);
    expect(of('YJ7016')?.invitation).toMatchObject({ leaning: 'doNotInvite', reason: null });
    expect(of('YJ7016')?.flags.map((flag) => flag.what)).toEqual(
      expect.arrayContaining(['deciderAndDateMissing', 'reasonMissing']),
    );
    expect(of('YJ9010')?.invitation).toMatchObject({ leaning: 'doNotInvite', reason: 'welfare of victim' });
  });
  it('bar an appropriate adult who is also charged, and say nothing of one of whom nothing is said (R26)', () => {
    expect(of('YJ6890')?.appropriateAdult).toEqual({
      words: 'father (also charged)',
      relation: 'father',
      implicated: true,
    });
    expect(of('YJ7259')?.appropriateAdult).toMatchObject({ relation: 'mother', implicated: null });
    expect(of('YJ1609')?.appropriateAdult).toBeNull();
  });
  it('may have their panel in the future', () => {
    expect(of('YJ1576')?.keyDates).toEqual([{ what: 'panel', on: '2026-11-01' }]);
  });
});

describe('self-referrals', () => {
  const { referrals } = read('self', 'referrals-self.jsonl');
  const from = (name: string) => referrals.find((one) => one.people[0]?.names.asWritten === name);

  it('need no police reference (R3)', () => {
    expect(from('Łukasz Bowen')).toMatchObject({
      externalReference: null,
      initiator: 'harmed',
      reportedToPolice: null,
    });
  });
  it('keep what each person says about being reached', () => {
    expect(from('Katarzyna Lewis')?.people[0]).toMatchObject({
      language: 'pl',
      needs: [{ need: 'easyRead', words: 'easy read' }],
      contact: { safe: true, channels: ['text'], voicemail: false, mustNotKnow: 'partner' },
    });
  });
  it('of a parent or carer take no side that nobody named', () => {
    expect(from('Beth Adeyemi-Brown')?.people[0]).toMatchObject({ role: 'parentOrCarer', side: null });
  });
  it('of a bereaved relative are of someone harmed, and speak of a death', () => {
    expect(from('Tom Davies')).toMatchObject({ risk: { death: true }, people: [{ role: 'harmed', bereaved: true }] });
  });
  it('by the person responsible allow no contact with the person harmed before abuse is asked about (R4)', () => {
    expect(from('Rhodri Thomas')).toMatchObject({ initiator: 'responsible', noVictimContact: true });
  });
  it('arrive on the London day', () => {
    expect(from('Rhodri Thomas')?.receivedOn).toBe('2026-10-02');
    expect(from('Jamal Ap-Rhys')?.receivedOn).toBe('2026-09-28');
  });
});
