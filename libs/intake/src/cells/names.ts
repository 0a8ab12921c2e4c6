/** Names as the cells of a file give them: kept as written, and taken apart only where several people stand in one cell. */
import { foldName } from '#libs/matching';
import type { PersonNames } from '../referral.js';

export const noNames: PersonNames = {
  title: null,
  given: null,
  family: null,
  knownAs: null,
  asWritten: null,
  initialsOnly: false,
};

const orNull = (text: string): string | null => (text === '' ? null : text);
/** A name on one line, its spaces single. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** A name from separate cells. */
export function namesFromParts(title: string, given: string, family: string): PersonNames {
  const asWritten = [given, family].map(onOneLine).filter(Boolean).join(' ');
  return {
    ...noNames,
    title: orNull(onOneLine(title)),
    given: orNull(onOneLine(given)),
    family: orNull(onOneLine(family)),
    asWritten: orNull(asWritten),
    initialsOnly: isInitials(asWritten),
  };
}

/** A name from one cell. It is not split: the file does not say which part is the family name. */
export function namesFromOneCell(text: string, knownAs = ''): PersonNames {
  const name = onOneLine(text);
  return { ...noNames, asWritten: orNull(name), knownAs: orNull(onOneLine(knownAs)), initialsOnly: isInitials(name) };
}

const isInitials = (text: string): boolean => /^\p{Lu}\.?([ -]?\p{Lu}\.?){0,3}$/u.test(text);

/** The whole name folded, given before family; '' for no name. */
export const foldedName = (names: PersonNames): string => foldName(names.asWritten ?? '');
