// The exact texts by which people are asked: what one must be before it is published, and which one a consent was given on (R17, R29).
import {
  consentPurposes,
  communicationKinds,
  processTypes,
  type CommunicationKind,
  type Id,
  type ProcessType,
  type Purpose,
} from '#libs/case';

/** Names one text. `about`: a kind of process or of communication; null for the purpose in general. */
export interface TextName {
  purpose: Purpose;
  about: string | null;
  version: string;
  /** BCP 47: en, cy, pl. */
  language: string;
}
export interface NewConsentText extends TextName {
  words: string;
}
/** A published text; it never changes. */
export interface ConsentText extends NewConsentText {
  id: Id;
  /** Hexadecimal SHA-256 of the words. */
  sha256: string;
  /** Ours, or a translation not yet checked: for the service to approve by publishing a version of its own. */
  draft: boolean;
  /** ISO instant. */
  publishedAt: string;
  /** Null for those that came with the program. */
  publishedBy: Id | null;
}

const LONGEST = 20_000;
const isText = (words: string): boolean => words.trim() !== '' && words.isWellFormed() && !words.includes('\0');

/** What is wrong with a text to be published; empty when nothing is. */
export function wrongWith({ purpose, about, version, language, words }: NewConsentText): string[] {
  return [
    ...(aboutFits(purpose, about) ? [] : ['This purpose has no text of its own for that: leave out what it is about.']),
    ...(/^[\w][\w. -]{0,39}$/.test(version) ? [] : ['A version is a short name: letters, digits, points, dashes.']),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)
      ? []
      : ['A language is written like en, cy or pl, as in BCP 47.']),
    ...(isText(words) && words.length <= LONGEST ? [] : [`A text has 1 to ${LONGEST} characters.`]),
  ];
}

function aboutFits(purpose: Purpose, about: string | null): boolean {
  if (about === null) return true;
  const kind = consentPurposes[purpose].about;
  return (
    (kind === 'processType' && Object.hasOwn(processTypes, about as ProcessType)) ||
    (kind === 'communicationKind' && Object.hasOwn(communicationKinds, about as CommunicationKind))
  );
}

/**
 * The text that a version and language name for one purpose and thing: its own before the general one. A version names
 * one or the other for good, because a version of the general text is not given to a special one afterwards.
 */
export const named = <T extends TextName>(texts: readonly T[], { purpose, about, version, language }: TextName) => {
  const same = texts.filter((t) => t.purpose === purpose && t.version === version && t.language === language);
  return same.find((t) => t.about === about) ?? same.find((t) => t.about === null);
};

/** The latest text for a reader of `language`; in English where there is none in theirs. */
export function latestFor<T extends ConsentText>(
  texts: readonly T[],
  purpose: Purpose,
  about: string | null,
  language: string,
): T | null {
  const all = inForce(texts, purpose, about);
  return all.find((t) => t.language === language) ?? all.find((t) => t.language === 'en') ?? null;
}

/** The text by which somebody is asked now, once for each language: its own before the general one, the latest of each. */
export function inForce<T extends ConsentText>(texts: readonly T[], purpose: Purpose, about: string | null): T[] {
  const fitting = texts
    .filter((t) => t.purpose === purpose && (t.about === about || t.about === null))
    .toSorted(
      (a, b) => Number(b.about !== null) - Number(a.about !== null) || (a.publishedAt < b.publishedAt ? 1 : -1),
    );
  return [...Map.groupBy(fitting, ({ language }) => language).values()].flatMap(([newest]) => newest ?? []);
}
