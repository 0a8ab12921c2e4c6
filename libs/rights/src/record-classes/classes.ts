// Classes of records, their legal grounds and periods: what is kept after a person withdraws, and why, apart from consent to take part (R30, R69).

/** What a run removes when a class is due: a person's key and values, words of a case, its messages; or nothing, because it is never removed. */
export type Removal = 'person' | 'shrink' | 'words' | 'safeguardingWords' | 'messages' | null;

/** `says` is what the person it is about is told. */
export const recordClasses = {
  identity: { removal: 'person', says: 'Your name, your date of birth, how to reach you, and what you need' },
  identityOfChild: {
    removal: 'person',
    says: 'The same for somebody who was under 18: name, date of birth, how to reach them, and what they need',
  },
  declined: {
    removal: 'shrink',
    says: 'If you said no: only your age band, gender and ethnic group, without your name',
  },
  words: { removal: 'words', says: 'Letters, messages and notes that were written for you or about the case' },
  safeguarding: { removal: 'safeguardingWords', says: 'Notes about safety' },
  messages: { removal: 'messages', says: 'Which messages we sent you, and when' },
  consents: { removal: null, says: 'That you agreed, to which words, when, and when you took it back' },
  journal: { removal: null, says: 'What was done and when, without anybody’s name' },
  disclosures: { removal: null, says: 'What was shared about you, with whom and on what ground' },
  reads: { removal: null, says: 'Who looked at your record, and when' },
} as const satisfies Record<string, { removal: Removal; says: string }>;
export type RecordClassName = keyof typeof recordClasses;

/** Legal grounds for keeping (UK GDPR articles 6 and 9; Part 3 of the Data Protection Act 2018). Which one is decided case by case (practice.md section 2). */
export const lawfulBases = {
  notDecided: { says: 'The legal ground has not been written down here yet: please ask us' },
  consent: { says: 'You consented to it, and can take that back' },
  legalObligation: { says: 'The law obliges us to' },
  publicTask: { says: 'It is part of a public task laid down in law' },
  legitimateInterests: { says: 'We have a legitimate interest, weighed against yours' },
  vitalInterests: { says: 'Somebody’s life may depend on it' },
  lawEnforcement: { says: 'It is necessary for a law-enforcement purpose' },
} as const satisfies Record<string, { says: string }>;
export type LawfulBasis = keyof typeof lawfulBases;

/** Events from which a period runs. */
export const retentionEvents = {
  caseClosed: { says: 'your case was closed' },
  lastContact: { says: 'we were last in contact with you' },
  birth: { says: 'you were born' },
} as const satisfies Record<string, { says: string }>;
export type RetentionEvent = keyof typeof retentionEvents;

/** So many years and days after an event. */
export interface Term {
  from: RetentionEvent;
  years: number;
  days: number;
}
/** What is kept, by whom, on what ground, how long, and why. */
export interface RecordClass {
  class: RecordClassName;
  /** Who answers for these records. */
  controller: string;
  lawfulBasis: LawfulBasis;
  /** All must have passed: of several, the last counts. Empty: no period is set, and nothing is removed. */
  terms: readonly Term[];
  /** In plain words, for the person it is about. */
  why: string;
  source: string;
  /** Null for a default, which is an example for the service to confirm or change. */
  setAt: string | null;
  setBy: string | null;
}

/** How long, in plain words. */
export function howLong({ terms, class: name }: Pick<RecordClass, 'terms' | 'class'>): string {
  if (recordClasses[name].removal === null) return 'It stays for as long as the service keeps records of this kind.';
  if (terms.length === 0) return 'No end is set yet.';
  const each = terms.map((term) => `${length(term)} after ${retentionEvents[term.from].says}`);
  return each.length === 1 ? `Until ${each[0]}.` : `Until the later of: ${each.join('; ')}.`;
}
const length = ({ years, days }: Term): string =>
  [plural(years, 'year'), plural(days, 'day')].filter(Boolean).join(' and ') || 'directly';
const plural = (count: number, unit: string): string =>
  count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
