/** Names as the cells of a file give them: kept as written. */
import { foldName } from '#libs/matching';
import type { PersonNames } from './referral.js';

export const noNames: PersonNames = {
  title: null,
  given: null,
  family: null,
  knownAs: null,
  asWritten: null,
  initialsOnly: false,
};

const orNull = (text: string): string | null => (text === '' ? null : text);

/** A name from separate cells. */
export function namesFromParts(title: string, given: string, family: string): PersonNames {
  const asWritten = [given, family].filter(Boolean).join(' ');
  return {
    ...noNames,
    title: orNull(title),
    given: orNull(given),
    family: orNull(family),
    asWritten: orNull(asWritten),
    initialsOnly: isInitials(asWritten),
  };
}

/** A name from one cell. It is not split: the file does not say which part is the family name. */
export function namesFromOneCell(text: string, knownAs = ''): PersonNames {
  return { ...noNames, asWritten: orNull(text), knownAs: orNull(knownAs), initialsOnly: isInitials(text) };
}

const isInitials = (text: string): boolean => /^\p{Lu}\.?([ -]?\p{Lu}\.?){0,3}$/u.test(text);

/** People of a cell that may name several: "A Wood & B Khan", "A Wood and B Khan", "A Wood / B Khan", one a line. */
export function severalNames(cell: string): string[] {
  return cell
    .split(/\s*(?:&|\/|;|\r\n|\n|\r|\s(?:and|a|ac)\s)\s*/u)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** A body and not a person, where the name says so by its legal form. */
export const isOrganisationName = (name: string): boolean =>
  /(^|[\s,(])(ltd|limited|plc|p\.l\.c\.|llp|cic|cio|inc|cyf|cyfyngedig|ccc)\.?\)?$/i.test(name.trim());

/** The whole name folded, given before family; '' for no name. */
export const foldedName = (names: PersonNames): string => foldName(names.asWritten ?? '');
