// Sentences in the reader's language: a key that one catalogue lacks, or has too many, does not compile.
import { createInstance } from 'i18next';
import { checkedBy, cy } from './words.cy.js';
import { en } from './words.en.js';

/** `start.title`: a page and a sentence of it. */
export type Key = {
  [Page in keyof typeof en]: `${Page}.${Extract<keyof (typeof en)[Page], string>}`;
}[keyof typeof en];

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** What each language is called in itself, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' };

/** Says a sentence; `values` fill its {{places}}. Views escape what comes out, so nothing is escaped here. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const catalogue = createInstance();
await catalogue.init({
  resources: { en: { translation: en }, cy: { translation: cy } },
  lng: 'en',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key: string) => {
    throw new Error(`No catalogue has the sentence ${key}.`);
  },
});

const speakers = {
  en: catalogue.getFixedT('en'),
  cy: catalogue.getFixedT('cy'),
} as const satisfies Record<Language, unknown>;

/** The voice of a language. @throws Error for a key that no catalogue has: a view misspelt it. */
export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    speakers[language](key, { ...values });

/** True while nobody has checked the sentences of this language. */
export const isDraft = (language: Language): boolean => language === 'cy' && checkedBy === null;

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
