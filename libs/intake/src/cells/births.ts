/** Birth dates that cannot be right: one place for a file, a form, the API and a change of details. */
import { ageOn } from '#libs/time';
import type { CalendarDate } from '../referral.js';

/** What is known beside a birth date. Days are London days, 'YYYY-MM-DD'. */
export interface BirthContext {
  today: CalendarDate;
  /** The day of the act, or else the day it was reported; null when neither is known. */
  actOn: CalendarDate | null;
  /** Whom the source says it is: a child that a youth justice service works with, somebody responsible, or anybody. */
  as: 'youthJusticeChild' | 'responsible' | 'anybody';
}

export type BirthDoubt = 'bornInTheFuture' | 'bornAfterTheAct' | 'noLongerAChild' | 'underTenAtTheAct' | 'tooLongAgo';

/** Each doubt as the end of a sentence that begins with the date as written. */
export const birthDoubts: Readonly<Record<BirthDoubt, string>> = {
  bornInTheFuture: 'is not a date of birth: it is in the future',
  bornAfterTheAct: 'is after the offence: they were not born then',
  noLongerAChild:
    'is not that of a child, and a youth justice service sends children: the age is not known until somebody asks',
  underTenAtTheAct:
    'makes them younger than ten at the offence, when nobody can be held responsible: the age is not known until somebody asks',
  tooLongAgo: 'is not a date of birth: it is too long ago',
};

// Under ten nobody is criminally responsible in England and Wales (Children and Young Persons Act 1933, s 50).
const RESPONSIBLE_FROM = 10;
// A youth justice service may keep somebody for a while after their eighteenth birthday; not into their twenties.
const CHILD_UNTIL = 21;
const LONGEST_LIFE = 120;

/** Why this date cannot stand for this person; null when nothing is against it. An age in doubt is unknown, and nobody is an adult by it. */
export function birthDoubt(bornOn: CalendarDate, { today, actOn, as }: BirthContext): BirthDoubt | null {
  if (bornOn > today) return 'bornInTheFuture';
  if (ageOn(bornOn, today) > LONGEST_LIFE) return 'tooLongAgo';
  if (actOn !== null && bornOn > actOn) return 'bornAfterTheAct';
  if (as !== 'anybody' && ageOn(bornOn, actOn ?? today) < RESPONSIBLE_FROM) return 'underTenAtTheAct';
  if (as === 'youthJusticeChild' && ageOn(bornOn, today) >= CHILD_UNTIL) return 'noLongerAChild';
  return null;
}
