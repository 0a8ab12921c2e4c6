/** R7: where a person harmed did not agree to share, only their existence passes. One place for every referrer. */
import { ageOn } from '#libs/time';
import { person, type Draft } from './draft.js';
import { foldName } from '#libs/matching';
import { offenceOf } from './offences.js';
import type { CalendarDate } from './referral.js';

/** Sets `childVictim` from birth dates, while they are still there: true if any is under 18, false if all are known to be grown up. */
export function noteAges(row: Draft, today: CalendarDate): void {
  const on = row.reportedOn ?? row.receivedOn ?? today;
  const harmed = row.people.filter((one) => one.role === 'harmed' && !one.organisation);
  const adult = harmed.map(({ bornOn, ageBand }) => {
    if (bornOn !== null) return ageOn(bornOn, on) >= 18;
    return ageBand === null ? null : ageBand === '18to64' || ageBand === '65plus';
  });
  if (adult.includes(false)) row.risk.childVictim = true;
  const doubted = row.flags.some((flag) => flag.what === 'ageContradicted');
  if (row.risk.childVictim === null && adult.length > 0 && adult.every(Boolean) && !doubted)
    row.risk.childVictim = false;
}

const LEFT_OUT = 'left out: a person harmed did not agree to share';

/**
 * Takes people harmed out of a row: names, birth dates, numbers, addresses, rules of contact, flags and values set aside.
 * `who` are their places in `people`.
 */
export function withhold(row: Draft, who: ReadonlySet<number>): void {
  row.people = row.people.map((one, i) => {
    if (!who.has(i)) return one;
    const bare = person({ role: 'harmed', side: 'harmed', agreedToShare: false, rows: one.rows });
    return { ...bare, contact: { ...bare.contact, safe: false } };
  });
  row.flags = row.flags.filter((flag) => flag.about !== 'harmed');
  row.flags.push({ rule: 'R7', what: 'identityWithheld', about: 'harmed' });
  row.setAside = row.setAside.filter((value) => value.about !== 'harmed');
}

/**
 * Takes out every word that might speak of them, in their own row and in the other rows of the offence:
 * all notes, all words that are not the referrer's codes, and codes that hold one of their `names` (folded words).
 */
export function leaveOutWords(row: Draft, names: ReadonlySet<string>): void {
  if (row.notes.length > 0) row.flags.push({ rule: 'R7', what: 'notesLeftOut', about: 'referral' });
  row.notes = [];
  const speaks = (words: string): boolean =>
    foldName(words)
      .split(' ')
      .some((word) => names.has(word));
  row.offences = row.offences.map((offence) => {
    const coded = offenceOf(offence.words).known && !speaks(offence.words);
    return coded ? offence : { ...offence, words: '' };
  });
  if (row.justiceStage.stage === 'unknown' || speaks(row.justiceStage.words)) row.justiceStage.words = '';
  if (row.invitation) row.invitation.reason = null;
  if (speaks(row.officer ?? '')) row.officer = null;
  if (speaks(row.appropriateAdult?.words ?? '')) row.appropriateAdult = null;
  row.setAside = row.setAside.map((value) =>
    value.about === 'responsible' && !speaks(value.original) ? value : { ...value, original: '', reason: LEFT_OUT },
  );
}
