/** Details of a person as somebody types them in: read by the same rules as the cells of a file. */
import type { CalendarDate } from '../referral.js';
import { birthDoubt, birthDoubts } from './births.js';
import { mended, seen } from './characters.js';
import { emailOf } from './emails.js';
import { languageOf } from './languages.js';
import { isNobodysAddress, isNobodysNumber, isNoBirthDate, namesNobody } from './not-known.js';
import { telephonesIn } from './telephones.js';

/** The details as they are held, or the name of one that cannot be and why: the end of a sentence that begins with that name. */
export type ReadDetails = { values: Record<string, string> } | { field: string; reason: string };

const nameFields: ReadonlySet<string> = new Set(['title', 'given', 'family', 'knownAs', 'asWritten']);

/**
 * Reads each detail; an empty text stays empty, and takes a detail away. `today` is the London day; null where a birth date is
 * judged later, beside the case.
 */
export function detailsRead(given: Readonly<Record<string, string>>, today: CalendarDate | null): ReadDetails {
  const values: Record<string, string> = {};
  for (const [field, typed] of Object.entries(given)) {
    const text = seen(mended(typed));
    const read = text === '' ? '' : detail(field, text, today);
    if (typeof read !== 'string') return { field, reason: read.not };
    values[field] = read;
  }
  return { values };
}

function detail(field: string, text: string, today: CalendarDate | null): string | { not: string } {
  if (nameFields.has(field)) return namesNobody(text) ? { not: 'names nobody: leave out what is not known' } : text;
  if (field === 'email') {
    const address = emailOf(text);
    return address === null || isNobodysAddress(address) ? { not: 'is not an e-mail address' } : address;
  }
  if (field === 'language') return languageOf(text) ?? { not: 'is not a language that is known by this name' };
  if (field === 'telephone') {
    const [first, ...others] = telephonesIn(text);
    return !first || others.length > 0 || isNobodysNumber(first.number)
      ? { not: 'is not one telephone number' }
      : first.number;
  }
  if (field !== 'bornOn') return text;
  const doubt = today === null ? null : birthDoubt(text, { today, actOn: null, as: 'anybody' });
  if (doubt !== null) return { not: birthDoubts[doubt] };
  return isNoBirthDate(text) ? { not: 'is a day that stands for none' } : text;
}
