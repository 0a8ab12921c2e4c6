/** An age in a column of its own, beside a birth date or without one. */
import { ageOn } from '#libs/time';
import type { RowContext } from '../draft.js';
import type { AgeBand, CalendarDate, ReferredPerson, Side } from '../referral.js';

interface Said {
  bornOn: CalendarDate | null;
  /** The age as written; '' for none. */
  said: string;
  /** What the column is called. */
  called: string;
  /** The day the age is of; null: the day the file came. */
  on: CalendarDate | null;
}

/** Years by which an age may miss a birth date: a birthday since, or a rounding. */
const SLACK = 1;
const OLDEST = 120;

/** The birth date as far as the age does not contradict it; without one, the band that the age falls into. */
export function ageSaid(
  side: Side,
  { bornOn, said, called, on }: Said,
  context: RowContext,
): Pick<ReferredPerson, 'bornOn' | 'ageBand'> {
  if (said === '') return { bornOn, ageBand: null };
  const age = /^\d{1,3}$/.test(said) ? Number(said) : NaN;
  if (!(age <= OLDEST)) {
    context.aside(side, called, said, `${said} is not an age`);
    return { bornOn, ageBand: null };
  }
  if (bornOn === null) return { bornOn, ageBand: bandOf(age) };
  if (Math.abs(ageOn(bornOn, on ?? context.today) - age) <= SLACK) return { bornOn, ageBand: null };
  context.flag('R26', 'birthDateInDoubt', side);
  context.aside(
    side,
    called,
    said,
    `${said} is not the age that the date of birth ${bornOn} gives: neither is believed until somebody asks`,
  );
  return { bornOn: null, ageBand: null };
}

const bandOf = (age: number): AgeBand => (age < 10 ? 'under10' : age < 18 ? '10to17' : age < 65 ? '18to64' : '65plus');
