// What a form of one of several things is about: the one that the address names, or the only one there is.
import { questionIn } from './questions.js';
import type { Choice, FormOf, FormContext } from './definition.js';

/** How it is with the subject of a form. */
export interface SubjectOf {
  /** The one it is about; null where one must be chosen first. */
  readonly chosen: Choice | null;
  readonly choices: readonly Choice[];
}

/** Null for a form that has no subject. */
export function subjectOf(form: FormOf, context: FormContext): SubjectOf | null {
  if (form.subject === null) return null;
  const choices = form.subject.from(context);
  const named = choices.find(({ value }) => isNamed(value, context.about));
  const [only, ...others] = choices;
  // A text is read for the question of the address: it must be there.
  const alone = others.length === 0 && !form.readsConsentText ? only : undefined;
  return { chosen: named ?? alone ?? null, choices };
}

/** An address that also names the language of a text is about the same question. */
const isNamed = (value: string, about: string | null): boolean =>
  about !== null && (about === value || (questionIn(about)?.language != null && about.startsWith(`${value}.`)));

/** What the subject says to a field, so that nobody is asked; undefined where it says nothing. */
export function filledBy(form: FormOf, context: FormContext, field: string): string | undefined {
  const chosen = subjectOf(form, context)?.chosen;
  return chosen ? form.subject?.fills(chosen.value, context)[field] : undefined;
}
