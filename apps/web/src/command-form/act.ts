// A form of an act: a mutation outside a case, such as merging two records or placing a hold. Drawn, read and sent as the forms of a case are; a form says only what is its own.
import { acts } from '../areas/commands/commands.generated.js';
import type { ActThings } from './act-things.js';
import {
  madeForm,
  type FieldChange,
  type FieldShape,
  type FormContext,
  type FormOf,
  type Sentences,
  type Typed,
} from './definition.js';

/** A mutation outside a case, that happens once under a key or whose repetition does nothing. */
export type Act = keyof typeof acts;
type FieldsOf<A extends Act> = (typeof acts)[A]['fields'];
type FieldOf<A extends Act> = Extract<keyof FieldsOf<A>, string>;

/** What an act's form is opened for: no case, but the things of the service that it reads. */
export interface ActContext extends FormContext {
  readonly things: ActThings;
}

/** Lists that a form reads before it is drawn; see act-things.ts. */
export type Read = Exclude<keyof ActThings, 'roles'>;

export interface ActChange extends Omit<FieldChange, 'from' | 'value' | 'asked'> {
  readonly from?: (context: ActContext) => ReturnType<NonNullable<FieldChange['from']>>;
  readonly value?: (context: ActContext) => string;
  readonly asked?: (context: ActContext) => boolean;
}

interface Definition<A extends Act, Own extends string, Words extends Sentences> {
  /** Roles to whom the form is there. The API decides who may; to all others there is no such page. */
  readonly for: readonly string[];
  /** The page it belongs to: where it leads back to. */
  readonly backTo: string;
  /** The field that the address fills in. */
  readonly about?: FieldOf<A> | NoInfer<Own>;
  readonly show?: readonly (FieldOf<A> | NoInfer<Own>)[];
  readonly own?: Readonly<Record<Own, FieldShape>>;
  readonly fields?: { readonly [Field in FieldOf<A> | NoInfer<Own>]?: ActChange };
  readonly reads?: readonly Read[];
  /** Whether what the address names is there; left out, always. */
  readonly opens?: (context: ActContext) => boolean;
  /** What is known of it, above the fields. */
  readonly facts?: (context: ActContext) => readonly { readonly key: string; readonly value: string }[];
  /** What is sent; left out, the fields as they were typed. */
  readonly sends?: (typed: Typed) => Typed;
  readonly together?: (typed: Typed) => Readonly<Record<string, string>>;
  /** How it will read: shown before it is sent for good. */
  readonly preview?: (typed: Typed) => readonly string[];
  /** Sentences: `title`, `send`, and a label under the name of each field that is shown; see definition.ts. */
  readonly words: { readonly en: Words; readonly cy: { readonly [Key in keyof Words]: string } };
}

/** A form that can be drawn, read and sent. */
export interface ActForm extends FormOf {
  readonly act: Act;
  readonly for: readonly string[];
  readonly backTo: string;
  readonly reads: ReadonlySet<Read>;
  readonly opens: (context: ActContext) => boolean;
  readonly facts: (context: ActContext) => readonly { readonly key: string; readonly value: string }[];
  readonly sends: (typed: Typed) => Typed;
  readonly preview: ((typed: Typed) => readonly string[]) | null;
}

/**
 * Declares a form. Found by itself when it is exported from a file below `areas/staff/acts/`.
 * @throws Error when a field that is shown has no label, or the schema needs one that nothing fills in.
 */
export function actForm<
  const A extends Act,
  const Words extends Sentences & { readonly title: string },
  const Own extends string = never,
>(act: A, definition: Definition<A, Own, Words>): ActForm {
  const { fields, for: roles, backTo, reads = [], opens, facts, sends, preview = null, ...rest } = definition;
  const form = madeForm(act, acts[act].fields, {
    ...rest,
    // Its context is always that of an act, which has more than that of a case.
    ...(fields && { fields: fields as Readonly<Record<string, FieldChange | undefined>> }),
    sendsOther: sends !== undefined,
  });
  return {
    ...form,
    act,
    for: roles,
    backTo,
    reads: new Set(reads),
    opens: opens ?? (() => true),
    facts: facts ?? (() => []),
    sends: sends ?? ((typed) => typed),
    preview,
  };
}
