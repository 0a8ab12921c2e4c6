// The letter or message that a form is of: its whole text above the form, or the ones to choose from.
import type { CommandForm, FormContext } from '../../../command-form/definition.js';
import { letterOf, letters } from '../../../command-form/things.js';
import type { WordsModel } from '../../../kit/words/words.js';
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress } from '../addresses.js';

export interface LetterModel {
  /** The exact text; null where none is chosen, or where it is not for this reader: the form is not shown then. */
  readonly words: WordsModel | null;
  /** Why there is no text. */
  readonly without: string;
  /** Letters to choose from, each with the address of its own form. */
  readonly choose: readonly { readonly text: string; readonly href: string }[];
}

/** What stands above a form of one letter. */
export function letterShown(
  { address }: CommandForm,
  context: FormContext,
  { say, language }: Speaker<string>,
): LetterModel {
  const { id: caseId } = context.case;
  const { processId } = context;
  const letter = letterOf(context);
  const text = letter?.text?.words ?? null;
  const named = letters(context).map(({ value, text: kind, hint = '' }) => ({ value, text: `${kind}: ${hint}` }));
  const footer = named.find(({ value }) => value === letter?.id)?.text;
  const choose = letter ? [] : named;
  return {
    words: text === null ? null : { paragraphs: text.split(/\n\s*\n/), language, ...(footer && { footer }) },
    without: say(letter ? 'letter.notYours' : choose.length > 0 ? 'letter.choose' : 'letter.none'),
    choose: choose.map(({ value, text: label }) => ({
      text: label,
      href: formAddress(caseId, address, { about: value, processId }),
    })),
  };
}
