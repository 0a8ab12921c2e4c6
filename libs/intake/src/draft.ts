/** One row on its way to a referral: what a mapping file fills in, and the context it works with. */
import { birthDoubt, birthDoubts, type BirthContext } from './cells/births.js';
import { lostLetter } from './cells/characters.js';
import { readDate, type DateStyle } from './cells/dates.js';
import { emailOf } from './cells/emails.js';
import { noNames } from './cells/names.js';
import { isNobodysAddress, isNobodysNumber, isNoBirthDate, saysNothing } from './cells/not-known.js';
import { telephonesIn, type Telephone } from './cells/telephones.js';
import type { FlagName } from './flags.js';
import { nothingKnown } from './offences.js';
import type { CalendarDate, Referral, ReferralFlag, ReferredPerson, SetAside } from './referral.js';

/** A referral of one row, before R1, R2, R4 and R7 are judged. */
export type Draft = Omit<
  Referral,
  'rows' | 'enhancedRights' | 'informationDueOn' | 'victimAgreedToShare' | 'toSafeguarding' | 'noVictimContact'
>;

/** The row cannot stand as a referral. `message` ends the sentence "This row was not taken: ...". */
export class RowRejected extends Error {}

type About = ReferralFlag['about'];

/** What a mapping file does with one row: reads values, and puts aside in their original text those that cannot be taken. */
export interface RowContext {
  today: CalendarDate;
  flags: ReferralFlag[];
  setAside: SetAside[];
  flag(rule: string, what: FlagName, about: About): void;
  aside(about: About, field: string, original: string, reason: string): null;
  /** A day no later than today; null and set aside otherwise. */
  pastDate(about: About, field: string, text: string, styles: readonly DateStyle[], what: string): CalendarDate | null;
  /** Any day, for appointments. */
  anyDate(about: About, field: string, text: string, styles: readonly DateStyle[], what: string): CalendarDate | null;
  /** A birth date, as far as nothing is against it; null, set aside and flagged otherwise. */
  birthDate(
    about: About,
    field: string,
    text: string,
    styles: readonly DateStyle[],
    known: Omit<BirthContext, 'today'>,
  ): CalendarDate | null;
  /** Every number of a cell; one that is nobody's is set aside. */
  telephones(about: About, field: string, text: string): Telephone[];
  email(about: About, field: string, text: string): string | null;
  /** Looks a coded word up, letter case apart; blank gives `blank`, a word not in the table is set aside and gives `blank` too. */
  coded<T>(about: About, field: string, text: string, table: Readonly<Record<string, T>>, blank: T): T;
}

// No living person was born earlier; an earlier year is a slip of the pen.
const EARLIEST_YEAR = 1900;

export function rowContext(today: CalendarDate): RowContext {
  const context: RowContext = {
    today,
    flags: [],
    setAside: [],
    flag: (rule, what, about) => void context.flags.push({ rule, what, about }),
    aside: (about, field, original, reason) => {
      context.setAside.push({ about, field, original, reason });
      return null;
    },
    anyDate(about, field, text, styles, what) {
      if (text === '') return null;
      const read = readDate(text, styles, what);
      if ('reason' in read) return context.aside(about, field, text, `${text} ${read.reason}`);
      if (Number(read.date.slice(0, 4)) >= EARLIEST_YEAR) return read.date;
      return context.aside(about, field, text, `${text} is not ${what}: it is too long ago`);
    },
    pastDate(about, field, text, styles, what) {
      const date = context.anyDate(about, field, text, styles, what);
      if (date === null || date <= today) return date;
      return context.aside(about, field, text, `${text} is not ${what}: it is in the future`);
    },
    birthDate(about, field, text, styles, known) {
      if (text === '') return null;
      if (saysNothing(text)) return unknown(about, field, text);
      const read = readDate(text, styles, 'a date of birth');
      if ('reason' in read) return context.aside(about, field, text, `${text} ${read.reason}`);
      if (isNoBirthDate(read.date)) return unknown(about, field, text);
      const doubt = birthDoubt(read.date, { ...known, today });
      if (doubt === null) return read.date;
      context.flag('R26', 'birthDateInDoubt', about);
      return context.aside(about, field, text, `${text} ${birthDoubts[doubt]}`);
    },
    telephones(about, field, text) {
      if (text === '') return [];
      const found = telephonesIn(text);
      const real = found.filter(({ number }) => !isNobodysNumber(number));
      if (real.length < found.length || saysNothing(text)) unknown(about, field, text);
      else if (found.length === 0) context.aside(about, field, text, `${text} is not a telephone number`);
      if (real.length > 1) context.flag('R11', 'severalNumbers', about);
      return real;
    },
    email(about, field, text) {
      if (text === '') return null;
      const address = emailOf(text);
      if (saysNothing(text) || (address !== null && isNobodysAddress(address))) return unknown(about, field, text);
      return address ?? context.aside(about, field, text, `${text} is not an e-mail address`);
    },
    coded(about, field, text, table, blank) {
      if (text === '') return blank;
      const word = text.toLowerCase();
      if (Object.hasOwn(table, word)) return table[word] ?? blank;
      context.aside(about, field, text, `${text} is not an answer to "${field}"`);
      return blank;
    },
  };
  /** Kept as written, held as not known. */
  const unknown = (about: About, field: string, text: string): null => {
    context.flag('R10', 'writtenAsNotKnown', about);
    return context.aside(about, field, text, 'says that it is not known');
  };
  return context;
}

/** A person of whom nothing is known yet but the role. */
export function person(given: Pick<ReferredPerson, 'role' | 'side'> & Partial<ReferredPerson>): ReferredPerson {
  return {
    organisation: false,
    bereaved: false,
    names: noNames,
    bornOn: null,
    ageBand: null,
    telephone: null,
    telephones: [],
    email: null,
    contact: { safe: null, channels: null, times: null, voicemail: null, mustNotKnow: null },
    language: null,
    needs: null,
    agreedToShare: null,
    rows: [],
    ...given,
  };
}

/** A referral of which nothing is known yet but where it comes from; flags and values set aside come from the context. */
export function draft(context: RowContext, given: Pick<Referral, 'source' | 'initiator'> & Partial<Draft>): Draft {
  for (const one of given.people ?? []) remarkOnName(one, context);
  return {
    externalReference: null,
    receivedOn: context.today,
    reportedOn: null,
    reportedToPolice: null,
    offences: [],
    justiceStage: { stage: 'unknown', words: '' },
    keyDates: [],
    risk: { ...nothingKnown },
    people: [],
    invitation: null,
    appropriateAdult: null,
    officer: null,
    notes: [],
    flags: context.flags,
    setAside: context.setAside,
    ...given,
  };
}

function remarkOnName(one: ReferredPerson, context: RowContext): void {
  const about = one.side ?? 'referral';
  // Which letter it was cannot be known.
  if (lostLetter(one.names.asWritten ?? '')) context.flag('R10', 'letterLost', about);
  if (one.names.initialsOnly) context.flag('R10', 'initialsOnly', about);
}
