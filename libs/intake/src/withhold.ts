/** R7: where a person harmed did not agree to share, only their existence passes. One place for every referrer. */
import { ageOn } from '#libs/calendar';
import { person, type Draft } from './draft.js';
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
 * Takes out of a row everything about its people harmed: names, birth dates, numbers, addresses, rules of contact,
 * values set aside, notes, and every word that is not one of the referrer's own codes. `who` are their places in `people`.
 */
export function withhold(row: Draft, who: ReadonlySet<number>): void {
  row.people = row.people.map((one, i) => {
    if (!who.has(i)) return one;
    const bare = person({ role: 'harmed', side: 'harmed', agreedToShare: false, rows: one.rows });
    return { ...bare, contact: { ...bare.contact, safe: false } };
  });
  if (row.notes.length > 0) row.flags.push({ rule: 'R7', what: 'notesLeftOut', about: 'referral' });
  row.notes = [];
  row.flags = row.flags.filter((flag) => flag.about !== 'harmed');
  row.flags.push({ rule: 'R7', what: 'identityWithheld', about: 'harmed' });
  row.setAside = row.setAside
    .filter((value) => value.about !== 'harmed')
    .map((value) => (value.about === 'responsible' ? value : { ...value, original: '', reason: LEFT_OUT }));
  row.offences = row.offences.map((offence) => (offenceOf(offence.words).known ? offence : { ...offence, words: '' }));
  if (row.justiceStage.stage === 'unknown') row.justiceStage.words = '';
  if (row.invitation) row.invitation.reason = null;
}
