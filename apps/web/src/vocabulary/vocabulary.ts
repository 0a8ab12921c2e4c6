// The names of the schema in the reader's language: what a channel, a stage, a command or an event is called on a page.
import type { Language } from '../locale/locale.js';
import { consent as consentCy } from './cy/consent.js';
import { events as eventsCy } from './cy/events.js';
import { exchange as exchangeCy } from './cy/exchange.js';
import { people as peopleCy } from './cy/people.js';
import { process as processCy } from './cy/process.js';
import { rights as rightsCy } from './cy/rights.js';
import { rules as rulesCy } from './cy/rules.js';
import { safety as safetyCy } from './cy/safety.js';
import { settings as settingsCy } from './cy/settings.js';
import { steps as stepsCy } from './cy/steps.js';
import { tasks as tasksCy } from './cy/tasks.js';
import { watching as watchingCy } from './cy/watching.js';
import { consent } from './en/consent.js';
import { events } from './en/events.js';
import { exchange } from './en/exchange.js';
import { people } from './en/people.js';
import { process } from './en/process.js';
import { rights } from './en/rights.js';
import { rules } from './en/rules.js';
import { safety } from './en/safety.js';
import { settings } from './en/settings.js';
import { steps } from './en/steps.js';
import { tasks } from './en/tasks.js';
import { watching } from './en/watching.js';

const en = {
  ...people,
  ...consent,
  ...safety,
  ...process,
  ...exchange,
  ...steps,
  ...events,
  ...tasks,
  ...watching,
  ...rights,
  ...rules,
  ...settings,
};
const cy: { readonly [Table in keyof typeof en]: { readonly [Name in keyof (typeof en)[Table]]: string } } = {
  ...peopleCy,
  ...consentCy,
  ...safetyCy,
  ...processCy,
  ...exchangeCy,
  ...stepsCy,
  ...eventsCy,
  ...tasksCy,
  ...watchingCy,
  ...rightsCy,
  ...rulesCy,
  ...settingsCy,
};

/** Every table, in each language: words by name. A test compares the English ones with `vocabulary` of the schema. */
export const tables: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en,
  cy,
};

export type Table = keyof typeof en;
/** Whether a name of the schema is one of a table. */
export const isTable = (name: string): name is Table => Object.hasOwn(en, name);

/** The names of a table, in its order; empty for one that is not kept here. */
export const namesOf = (table: string): readonly string[] => Object.keys(tables.en[table] ?? {});

/** What a name is called; a name that the schema learnt since is shown as it stands. */
export function nameIn(language: Language, table: string, name: string): string {
  const words = tables[language][table];
  return words && Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
