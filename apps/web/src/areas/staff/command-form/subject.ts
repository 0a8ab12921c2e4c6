// What stands above a form: the exact text that it signs or that somebody is asked by, or the things to choose from.
import type { CommandForm, FormContext } from '../../../command-form/definition.js';
import { addressOfQuestion, questionIn, textIn } from '../../../command-form/questions.js';
import { subjectOf } from '../../../command-form/subject.js';
import { letterOf, letters } from '../../../command-form/things.js';
import type { WordsModel } from '../../../kit/words/words.js';
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress } from '../addresses.js';

export interface AboveForm {
  /** What it is about, in words; null where that is said elsewhere. */
  readonly about: string | null;
  /** The exact text, under a heading. */
  readonly words: WordsModel | null;
  readonly heading: string;
  /** The same text in other languages. */
  readonly languages: readonly Link[];
  /** Whether the form is shown: not before something is chosen, nor where the text is not for this reader. */
  readonly open: boolean;
  /** Why there is no text. */
  readonly without: string;
  /** Things to choose from, each with the address of its own form. */
  readonly choose: readonly Link[];
}
interface Link {
  readonly text: string;
  readonly href: string;
  readonly hint?: string;
  readonly language?: string;
}

/** Null for a form that stands by itself. */
export function aboveForm(form: CommandForm, context: FormContext, speaker: Speaker<string>): AboveForm | null {
  if (form.readsLetter) return letterShown(form, context, speaker);
  if (form.readsReceivedWords) return receivedShown(context, speaker);
  return form.subject === null ? null : subjectShown(form, context, speaker);
}

function letterShown({ address }: CommandForm, context: FormContext, { say, language }: Speaker<string>): AboveForm {
  const { id: caseId } = context.case;
  const { processId } = context;
  const letter = letterOf(context);
  const text = letter?.text?.words ?? null;
  const named = letters(context).map(({ value, text: kind, hint = '' }) => ({ value, text: `${kind}: ${hint}` }));
  const footer = named.find(({ value }) => value === letter?.id)?.text;
  const choose = letter ? [] : named;
  return {
    about: null,
    words: text === null ? null : { paragraphs: paragraphs(text), language, ...(footer && { footer }) },
    heading: say('letter.text'),
    languages: [],
    open: text !== null,
    without: say(letter ? 'letter.notYours' : choose.length > 0 ? 'letter.choose' : 'letter.none'),
    choose: choose.map(({ value, text: label }) => ({
      text: label,
      href: formAddress(caseId, address, { about: value, processId }),
    })),
  };
}

/** Everything the referrer wrote, the oldest first, each with the day on which it came. */
function receivedShown({ case: found }: FormContext, { say, day, language }: Speaker<string>): AboveForm {
  const received = found.wordsReceived ?? [];
  const each = received.map(({ at, words }) => ({ came: say('received.came', { day: day(at) }), words }));
  const texts = each.flatMap(({ came, words }) => [came, ...paragraphs(words ?? say('received.gone'))]);
  return {
    about: null,
    words: texts.length === 0 ? null : { paragraphs: texts, language },
    heading: say('received.text'),
    languages: [],
    open: texts.length > 0,
    without: say('received.none'),
    choose: [],
  };
}

function subjectShown(form: CommandForm, context: FormContext, speaker: Speaker<string>): AboveForm {
  const { say } = speaker;
  const { id: caseId } = context.case;
  const { processId } = context;
  const { chosen, choices } = subjectOf(form, context) ?? { chosen: null, choices: [] };
  const text = chosen && form.readsConsentText ? textShown(context, speaker) : null;
  const choose = chosen ? [] : choices;
  return {
    about: chosen?.text ?? null,
    words: text,
    heading: say('question.text'),
    languages: text ? otherLanguages(form, context, speaker) : [],
    open: chosen !== null && (text !== null || !form.readsConsentText),
    without: say(chosen ? 'question.noText' : choose.length > 0 ? 'subject.choose' : 'subject.none'),
    choose: choose.map(({ value, text: label, hint }) => ({
      text: label,
      href: formAddress(caseId, form.address, { about: value, processId }),
      ...(hint !== undefined && { hint }),
    })),
  };
}

/** The text in force, word for word, with what it is called and since when. */
function textShown(context: FormContext, { say, day }: Speaker<string>): WordsModel | null {
  const text = textIn(context);
  if (!text) return null;
  const { version, language, words, publishedAt, draft } = text;
  const named = { version, language: language.toUpperCase(), day: day(publishedAt) };
  const footer = say(draft ? 'question.draft' : 'question.version', named);
  return { paragraphs: paragraphs(words), language, footer };
}

function otherLanguages(form: CommandForm, context: FormContext, { language: own }: Speaker<string>): Link[] {
  const { texts, processId } = context;
  const shown = textIn(context)?.language;
  const asked = questionIn(context.about);
  if (!asked) return [];
  return texts
    .filter(({ language }) => language !== shown)
    .map(({ language }) => {
      const about = addressOfQuestion(asked.participantId, asked, language);
      return {
        text: new Intl.DisplayNames([own], { type: 'language' }).of(language) ?? language,
        href: formAddress(context.case.id, form.address, { about, processId }),
        language,
      };
    });
}

const paragraphs = (text: string): string[] => text.split(/\n\s*\n/);
