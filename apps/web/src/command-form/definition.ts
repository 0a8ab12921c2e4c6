// What one form of a command is: the command it sends, the fields it shows, and its words. Fields come from the schema; a form says only what is its own.
import { commands } from '../areas/commands/commands.generated.js';
import { addSentences } from '../locale/locale.js';
import { namesOf, tables } from '../vocabulary/vocabulary.js';
import type { FormCase } from './form-case.js';

/** A mutation of a case. */
export type Verb = keyof typeof commands;
type FieldsOf<V extends Verb> = (typeof commands)[V]['fields'];
export type FieldOf<V extends Verb> = Extract<keyof FieldsOf<V>, string>;

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

/** A member of staff, as far as a form names them. */
export interface Colleague {
  readonly id: string;
  readonly name: string | null;
  readonly active: boolean;
  readonly roles: readonly string[];
}

/** What a form of one of several things is about. */
export interface Subject {
  /** What there is to choose from; `value` is what the address then says. */
  readonly from: (context: FormContext) => readonly Choice[];
  /** The fields that a choice answers, so that nobody is asked; `` for one that says nothing. */
  readonly fills: (value: string, context: FormContext) => Readonly<Record<string, string>>;
  /** The place of the form that supplies what a blocker is about. */
  readonly ofBlocker: (about: string) => { readonly about: string; readonly processId: string | null };
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
  readonly name: (table: string, name: string) => string;
  /** The staff of the service; empty for those who may not know them, and where the form has no use for them. */
  readonly staff: readonly Colleague[];
  /** A day as it is written. */
  readonly day: (at: string) => string;
  /** Instant, ISO 8601. */
  readonly now: string;
  /** The texts by which the question of the address is asked now, one a language; empty for a form that has no use for them. */
  readonly texts: readonly ConsentTextRead[];
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

/** What a form sends. */
export interface Sent {
  readonly verb: Verb;
  readonly event: Typed;
}

type Sentences = Readonly<Record<string, string>>;

interface Definition<V extends Verb, Own extends string, Words extends Sentences> {
  /** The last part of its address; left out, the verb: `attempt-contact`. */
  readonly address?: string;
  /** The field that the address fills in, such as `participantId`. */
  readonly about?: FieldOf<V> | NoInfer<Own>;
  /** The fields that are shown, in this order; left out, all that the schema has and the address does not fill in. */
  readonly show?: readonly (FieldOf<V> | NoInfer<Own>)[];
  /** Fields that the event does not have; `sends` makes something of them. */
  readonly own?: Readonly<Record<Own, FieldShape>>;
  readonly fields?: { readonly [Field in FieldOf<V> | NoInfer<Own>]?: FieldChange };
  /** What is sent; left out, the command with the fields as they were typed. */
  readonly sends?: (typed: Typed) => Sent;
  /**
   * What does not fit together, where each field alone does: by the name of the field, the name of the sentence that says it.
   * The sentence is one of the form, `<field>_<what>`, or shared. Asked before `sends`.
   */
  readonly together?: (typed: Typed) => Readonly<Record<string, string>>;
  /** Other commands that `sends` chooses from. */
  readonly alsoSends?: readonly Verb[];
  /** True: an answer may be any member of staff of the service, for those who may know them. */
  readonly namesColleagues?: boolean;
  /** True: of one letter or message, whose whole text stands on the page; without one it is chosen first. */
  readonly readsLetter?: boolean;
  /** One of several things that the address names: without one it is chosen first, on a page of links. */
  readonly subject?: Subject;
  /** True: the exact text by which the subject is asked stands on the page. Of a form whose subject is a question. */
  readonly readsConsentText?: boolean;
  /** True: sent without a look at who will be told. For what must never wait: a concern, a withdrawal. */
  readonly atOnce?: boolean;
  /**
   * Sentences: `title` where the command's own name does not do, `send` for the button, `intro`, and for each field shown a
   * label under its name and, where it helps, `<field>Hint`. A choice may be said anew: `<field>.<name>` has no dot: `<field>_<name>`.
   */
  readonly words: { readonly en: Words; readonly cy: { readonly [Key in keyof Words]: string } };
}

/** A form that can be drawn, read and sent. */
export interface CommandForm {
  readonly verb: Verb;
  readonly verbs: readonly Verb[];
  readonly address: string;
  readonly about: string | null;
  readonly fields: readonly FormField[];
  readonly sends: (typed: Typed) => Sent;
  readonly together: (typed: Typed) => Readonly<Record<string, string>>;
  readonly atOnce: boolean;
  readonly namesColleagues: boolean;
  readonly readsLetter: boolean;
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

/**
 * Declares a form. Found by itself when it is exported from a file below `areas/staff/forms/`.
 * @throws Error when a field that is shown has no label, or the schema needs one that nothing fills in.
 */
export function commandForm<const V extends Verb, const Words extends Sentences, const Own extends string = never>(
  verb: V,
  definition: Definition<V, Own, Words>,
): CommandForm {
  const { about = null, own, fields: changes = {}, words, sends, atOnce = false } = definition;
  const shapes: Readonly<Record<string, FieldShape>> = { ...commands[verb].fields, ...(own as object) };
  const changed = changes as Readonly<Record<string, FieldChange | undefined>>;
  const filled = (name: string) => name === about || name === 'processId';
  const all = Object.keys(shapes).filter((name) => shapes[name]?.kind !== 'input' && !shapes[name]?.made);
  const shown: readonly string[] = definition.show ?? all.filter((name) => !filled(name));
  const hidden = all.filter((name) => !shown.includes(name) && (filled(name) || changed[name]?.control === 'hidden'));
  const fields = [...hidden, ...shown].map((name): FormField => {
    const shape = shapes[name];
    if (!shape) throw new Error(`${verb} has no field ${name}`);
    const control = hidden.includes(name) && !filled(name) ? { control: 'hidden' as const } : {};
    return { name, ...shape, ...changed[name], ...control };
  });
  const unfilled = Object.entries(shapes).filter(
    ([name, { required, made }]) => required && !made && !fields.some((field) => field.name === name),
  );
  if (!sends && unfilled.length > 0)
    throw new Error(`${verb}: nothing fills in ${unfilled.map(([name]) => name).join(', ')}`);
  const unnamed = fields.filter(
    ({ name, control }) => control !== 'hidden' && !(name in words.en) && !commonFields[name] && name !== about,
  );
  if (unnamed.length > 0) throw new Error(`${verb}: no label for ${unnamed.map(({ name }) => name).join(', ')}`);
  const address = definition.address ?? kebab(verb);
  const view = `forms/${address}`;
  const titled = (language: 'en' | 'cy') => ({ title: tables[language]['steps']?.[verb] ?? verb, ...words[language] });
  addSentences(view, { en: titled('en'), cy: titled('cy') });
  return {
    verb,
    verbs: [verb, ...(definition.alsoSends ?? [])],
    address,
    about,
    fields,
    sends: sends ?? ((event) => ({ verb, event })),
    together: definition.together ?? (() => ({})),
    atOnce,
    namesColleagues: definition.namesColleagues ?? false,
    readsLetter: definition.readsLetter ?? false,
    subject: definition.subject ?? null,
    readsConsentText: definition.readsConsentText ?? false,
    view,
    words,
  };
}

/** The names a field takes, in their order. */
export const namesFor = ({ names, of }: FieldShape): readonly string[] => names ?? namesOf(of ?? '');
