// What every form has, of a command or of an act outside a case: its fields from the schema, its words, and what it is opened for.
import { addSentences } from '../locale/locale.js';
import { namesOf, tables, type Table } from '../vocabulary/vocabulary.js';
import type { FormCase } from './form-case.js';

export type FieldKind =
  'id' | 'name' | 'words' | 'text' | 'yesNo' | 'number' | 'day' | 'time' | 'moment' | 'hash' | 'input';

/** A field as the schema has it. */
export interface FieldShape {
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly list: boolean;
  /** The table of the vocabulary, or the enum, that a `name` is of. */
  readonly of?: string;
  /** The names of an enum. */
  readonly names?: readonly string[];
  /** The service makes this id; no form shows it. */
  readonly made?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

export type Control = 'hidden' | 'tiles' | 'radios' | 'checkboxes' | 'select' | 'text' | 'area' | 'date' | 'moment';

/** What a form changes about a field. */
export interface FieldChange {
  /** How it is asked; left out, as its kind and the number of its answers suggest. */
  readonly control?: Control;
  /** The answers; left out, the names of its table, or the people of the case. */
  readonly from?: (context: FormContext) => readonly Choice[];
  /** What stands in it when the form is opened; sent as it stands where the control is `hidden`. */
  readonly value?: (context: FormContext) => string;
  /** Whether it is a question here at all; left out, always. */
  readonly asked?: (context: FormContext) => boolean;
  /** True: none chosen is an answer, although the schema needs the list. */
  readonly mayBeEmpty?: boolean;
  /** True: asked for although the schema does not need it. */
  readonly needed?: boolean;
}

export interface FormField extends FieldShape, FieldChange {
  readonly name: string;
}

/** What a form of one of several things is about. */
export interface Subject {
  /** What there is to choose from; `value` is what the address then says. */
  readonly from: (context: FormContext) => readonly Choice[];
  /** The fields that a choice answers, so that nobody is asked; `` for one that says nothing. */
  readonly fills: (value: string, context: FormContext) => Readonly<Record<string, string>>;
  /** The place of the form that supplies what a blocker is about. */
  readonly ofBlocker: (about: string) => { readonly about: string; readonly processId: string | null } | null;
}

/** What a form is opened for. */
export interface FormContext {
  readonly case: FormCase;
  /** Who fills it in. */
  readonly me: { readonly id: string };
  /** What the address names beside the case; see `about` of the definition. */
  readonly about: string | null;
  readonly processId: string | null;
  /** What a name of the schema is called. */
  readonly name: (table: Table, name: string) => string;
  /** A day as it is written. */
  readonly day: (at: string) => string;
  /** Instant, ISO 8601. */
  readonly now: string;
  /** Those who could take the case for the duty of the address, first; empty for a form that has no use for them. */
  readonly candidates: readonly CandidateRead[];
  /** The texts by which the question of the address is asked now, one a language; empty for a form that has no use for them. */
  readonly texts: readonly ConsentTextRead[];
}

/** A facilitator, and whether they could take the case. */
export interface CandidateRead {
  readonly facilitator: { readonly id: string; readonly name: string | null };
  readonly could: boolean;
  /** Whether they must first say if they are connected with anybody in it. */
  readonly declarationDue: boolean;
  readonly reasons: readonly { readonly words: string }[];
}

/** A published consent text. */
export interface ConsentTextRead {
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  readonly words: string;
  readonly sha256: string;
  /** Whether nobody of the service has approved it yet. */
  readonly draft: boolean;
  readonly publishedAt: string;
}

/** Values of the fields as they are sent: nothing stands for what was left out. */
export type Typed = Readonly<Record<string, unknown>>;

export type Sentences = Readonly<Record<string, string>>;

/** What every form has, of a command or of an act outside a case: enough to be drawn and read. */
export interface FormOf {
  readonly address: string;
  readonly about: string | null;
  readonly fields: readonly FormField[];
  readonly together: (typed: Typed) => Readonly<Record<string, string>>;
  /** One of several things that the address names; null for a form of none. */
  readonly subject: Subject | null;
  readonly readsConsentText: boolean;
  /** Its sentences in the catalogue. */
  readonly view: string;
  readonly words: Readonly<Record<'en' | 'cy', Sentences>>;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The words of fields that mean the same in every form; a form may say them in its own. */
export const commonFields: Readonly<Record<string, 'field.on' | 'field.whom' | 'field.process'>> = {
  on: 'field.on',
  participantId: 'field.whom',
  processId: 'field.process',
};

/** What a form says of itself, whatever it sends. */
interface Making {
  readonly address?: string;
  readonly about?: string;
  readonly show?: readonly string[];
  readonly own?: object;
  readonly fields?: Readonly<Record<string, FieldChange | undefined>>;
  readonly together?: FormOf['together'];
  readonly subject?: Subject;
  readonly readsConsentText?: boolean;
  readonly words: FormOf['words'];
  /** True: what is sent is put together by the form, so that fields of the schema may be left out. */
  readonly sendsOther: boolean;
}

/** The fields and words of a form of the mutation `name`, whose fields in the schema are `known`. @throws Error as `commandForm` does. */
export function madeForm(name: string, known: Readonly<Record<string, FieldShape>>, making: Making): FormOf {
  const { about = null, own, fields: changed = {}, words, sendsOther } = making;
  const { together = () => ({}), subject = null, readsConsentText = false } = making;
  const shapes: Readonly<Record<string, FieldShape>> = { ...known, ...own };
  const filled = (field: string) => field === about || field === 'processId';
  const all = Object.keys(shapes).filter((field) => shapes[field]?.kind !== 'input' && !shapes[field]?.made);
  const shown: readonly string[] =
    making.show ?? all.filter((field) => !filled(field) && changed[field]?.control !== 'hidden');
  const hidden = all.filter(
    (field) => !shown.includes(field) && (filled(field) || changed[field]?.control === 'hidden'),
  );
  const fields = [...hidden, ...shown].map((field): FormField => {
    const shape = shapes[field];
    if (!shape) throw new Error(`${name} has no field ${field}`);
    const control = hidden.includes(field) && !filled(field) ? { control: 'hidden' as const } : {};
    return { name: field, ...shape, ...changed[field], ...control };
  });
  const unfilled = Object.entries(shapes).filter(
    ([field, { required, made }]) => required && !made && !fields.some((one) => one.name === field),
  );
  if (!sendsOther && unfilled.length > 0)
    throw new Error(`${name}: nothing fills in ${unfilled.map(([field]) => field).join(', ')}`);
  const unnamed = fields.filter(
    (field) =>
      field.control !== 'hidden' && !(field.name in words.en) && !commonFields[field.name] && field.name !== about,
  );
  if (unnamed.length > 0) throw new Error(`${name}: no label for ${unnamed.map((field) => field.name).join(', ')}`);
  const address = making.address ?? kebab(name);
  const view = `forms/${address}`;
  const titled = (language: 'en' | 'cy') => ({ title: tables[language]['steps']?.[name] ?? name, ...words[language] });
  addSentences(view, { en: titled('en'), cy: titled('cy') });
  return { address, about, fields, together, subject, readsConsentText, view, words };
}

/** The names a field takes, in their order. */
export const namesFor = ({ names, of }: FieldShape): readonly string[] => names ?? namesOf(of ?? '');
