// What one form of a command is: the command it sends, the fields it shows, and its words. Fields come from the schema; a form says only what is its own.
import { commands } from '../areas/commands/commands.generated.js';
import {
  madeForm,
  type FieldChange,
  type FieldShape,
  type FormOf,
  type Sentences,
  type Subject,
  type Typed,
} from './form-of.js';

export * from './form-of.js';

/** A mutation of a case. */
export type Verb = keyof typeof commands;
type FieldsOf<V extends Verb> = (typeof commands)[V]['fields'];
export type FieldOf<V extends Verb> = Extract<keyof FieldsOf<V>, string>;

/** One event, under the name of its command. */
export interface Told {
  readonly verb: Verb;
  readonly event: Typed;
}

/** What a form sends: one event, or with `also` several that are known at one moment, as one command. */
export interface Sent extends Told {
  readonly also?: readonly Told[];
}

/** All of them, each under the name of its command, as the schema's one-of input has them. */
export const eventsOf = ({ verb, event, also = [] }: Sent): readonly Readonly<Record<string, Typed>>[] =>
  [{ verb, event }, ...also].map((one) => ({ [one.verb]: one.event }));

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
  /** True: of one letter or message, whose whole text stands on the page; without one it is chosen first. */
  readonly readsLetter?: boolean;
  /** True: it answers what the referrer wrote, whose words stand on the page. */
  readonly readsReceivedWords?: boolean;
  /** One of several things that the address names: without one it is chosen first, on a page of links. */
  readonly subject?: Subject;
  /** True: the exact text by which the subject is asked stands on the page. Of a form whose subject is a question. */
  readonly readsConsentText?: boolean;
  /** True: an answer is a facilitator, with what stands in the way of each. Of a form whose subject is a duty. */
  readonly readsCandidates?: boolean;
  /** True: sent without a look at who will be told. For what must never wait: a concern, a withdrawal. */
  readonly atOnce?: boolean;
  /**
   * Sentences: `title` where the command's own name does not do, `send` for the button, `intro`, and for each field shown a
   * label under its name and, where it helps, `<field>Hint`. A choice may be said anew: `<field>.<name>` has no dot: `<field>_<name>`.
   */
  readonly words: { readonly en: Words; readonly cy: { readonly [Key in keyof Words]: string } };
}

/** A form of a command that can be drawn, read and sent. */
export interface CommandForm extends FormOf {
  readonly verb: Verb;
  readonly verbs: readonly Verb[];
  readonly sends: (typed: Typed) => Sent;
  readonly atOnce: boolean;
  readonly readsLetter: boolean;
  readonly readsReceivedWords: boolean;
  readonly readsCandidates: boolean;
}

/**
 * Declares a form. Found by itself when it is exported from a file below `areas/staff/forms/`.
 * @throws Error when a field that is shown has no label, or the schema needs one that nothing fills in.
 */
export function commandForm<const V extends Verb, const Words extends Sentences, const Own extends string = never>(
  verb: V,
  definition: Definition<V, Own, Words>,
): CommandForm {
  const { sends, atOnce = false, alsoSends = [], ...shown } = definition;
  const { readsLetter = false, readsReceivedWords = false, readsCandidates = false, ...rest } = shown;
  return {
    ...madeForm(verb, commands[verb].fields, { ...rest, sendsOther: sends !== undefined }),
    verb,
    verbs: [verb, ...alsoSends],
    sends: sends ?? ((event) => ({ verb, event })),
    atOnce,
    readsLetter,
    readsReceivedWords,
    readsCandidates,
  };
}
