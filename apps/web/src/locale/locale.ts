// Sentences in the reader's language: those of one page, and those that all pages share.
import { createInstance } from 'i18next';
import { cy as sharedCy } from '../kit/words.cy.js';
import { en as sharedEn } from '../kit/words.en.js';

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** What each language is called in itself, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

/** The sentences of one page: each has a name without a dot. */
export type Sentences = Readonly<Record<string, string>>;

/** The same sentences in another language: one too few or too many does not compile. */
export type Translation<Words> = { readonly [Key in keyof Words]: string };

/** `site.skip`: a part of kit/words.en.ts, and a sentence of it. */
export type SharedKey = {
  [Part in keyof typeof sharedEn]: `${Part}.${Extract<keyof (typeof sharedEn)[Part], string>}`;
}[keyof typeof sharedEn];

/** Says a sentence; `values` fill its {{places}}. Views escape what comes out, so nothing is escaped here. */
export type Say<Own extends string = string> = (
  key: Own | SharedKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

const SHARED = 'kit';
const catalogue = createInstance();
await catalogue.init({
  resources: { en: { [SHARED]: sharedEn }, cy: { [SHARED]: sharedCy } },
  lng: 'en',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key: string) => {
    throw new Error(`No catalogue has the sentence ${key}.`);
  },
});

/** Makes the sentences of the page `name` known. @throws Error when a name has a dot: it would hide a shared sentence. */
export function addSentences(name: string, words: Readonly<Record<Language, Sentences>>): void {
  for (const language of languages) {
    const dotted = Object.keys(words[language]).find((key) => key.includes('.'));
    if (dotted !== undefined) throw new Error(`${name}: the sentence ${dotted} has a dot in its name.`);
    catalogue.addResourceBundle(language, name, words[language]);
  }
}

/** Speaks for the page `name`. What it gives throws an Error for a key that neither the page nor the kit has. */
export function sayIn<Own extends string>(language: Language, name: string): Say<Own> {
  const say: (key: string, values: Record<string, unknown>) => string = catalogue.getFixedT(language, [name, SHARED]);
  return (key, values = {}) => say(key, { ...values });
}

/** Who checked the Welsh sentences, and when; null while they are drafts. */
const welshCheckedBy: string | null = null;

/** True while no translator has checked the sentences of this language: each page then says so. */
export const isDraft = (language: Language): boolean => language === 'cy' && welshCheckedBy === null;

/** The language asked for: the one chosen, else the first of the browser's that we have, else English. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  const known = (name: string | undefined) => languages.find((language) => language === name);
  const wanted = (accepted ?? '').split(',').map((part) => known(part.trim().slice(0, 2).toLowerCase()));
  return known(chosen) ?? wanted.find((language) => language !== undefined) ?? 'en';
}

/** A moment as people of England and Wales write it, in their clock. */
export function momentIn(language: Language, iso: string): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' } as const;
  return new Intl.DateTimeFormat(`${language}-GB`, style).format(new Date(iso));
}
