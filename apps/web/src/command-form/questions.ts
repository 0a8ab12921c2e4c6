// Questions of consent as forms name them: whose, what for and about what, in the address and in words; and the text by which each is asked.
import { idIn } from './supplied-by.js';
import type { Choice, ConsentTextRead, FormContext, Subject } from './definition.js';
import type { FormAnswer, FormPerson, FormQuestion } from './form-case.js';

/** What the address of a form says of a question; `about` is null where nothing is said, `language` where any will do. */
export interface QuestionInAddress {
  readonly participantId: string;
  readonly purpose: string;
  readonly about: string | null;
  readonly language: string | null;
}

/** `<participant>.<purpose>.<about or ->.<language>`: ids and names, and nothing that was said. */
export const addressOfQuestion = (
  participantId: string,
  { purpose, about }: { readonly purpose: string; readonly about: string | null },
  language?: string,
): string => [participantId, purpose, about ?? '-', ...(language === undefined ? [] : [language])].join('.');

/** The question that an address names; null for one that names a person alone. */
export function questionIn(about: string | null): QuestionInAddress | null {
  const participantId = idIn(about);
  const [, purpose, what = '-', language = null] = (about ?? '').split('.');
  if (participantId === null || purpose === undefined) return null;
  return { participantId, purpose, about: what === '-' ? null : what, language };
}

/** The same as a blocker names it: `<participant>|<purpose>|<process or ->|<about or ->`. */
export function questionOfBlocker(about: string): { readonly about: string; readonly processId: string | null } | null {
  if (!about.includes('|')) return null;
  const [participantId = '', purpose = '', processId = '-', what = '-'] = about.split('|');
  return {
    about: addressOfQuestion(participantId, { purpose, about: what === '-' ? null : what }),
    processId: processId === '-' ? null : processId,
  };
}

const personOf = ({ case: found, about }: FormContext): FormPerson | undefined =>
  found.participants?.find(({ id }) => id === idIn(about));

/** What may be asked of the person in the process of the address, or of the service. */
const questionsOf = (context: FormContext): readonly FormQuestion[] => {
  const { processId } = context;
  const all = personOf(context)?.questions ?? [];
  return processId === null ? all : all.filter((one) => one.processId === null || one.processId === processId);
};

/** What was answered to a question, or is awaited; undefined where it was never asked for. */
export const answerTo = ({ case: found, about }: FormContext, asked: FormQuestion): FormAnswer | undefined =>
  found.consents?.find(
    (one) =>
      one.participantId === idIn(about) &&
      one.purpose === asked.purpose &&
      one.processId === asked.processId &&
      one.about === asked.about,
  );

/** A question in words: what for, and about whom or what. */
export function questionInWords(
  { purpose, about }: { readonly purpose: string; readonly about: string | null },
  { case: found, name }: Pick<FormContext, 'case' | 'name'>,
): string {
  const asked = name('consentPurposes', purpose);
  const what = about === null ? '' : aboutInWords(about, { case: found, name });
  return what === '' ? asked : `${asked}: ${what}`;
}

function aboutInWords(about: string, { case: found, name }: Pick<FormContext, 'case' | 'name'>): string {
  const person = found.participants?.find(({ id }) => id === about);
  if (person) return person.name ?? name('roles', person.role);
  const item = found.processes?.flatMap(({ agreement }) => agreement.items).find(({ id }) => id === about);
  if (item) return name('itemKinds', item.kind);
  return [name('processTypes', about), name('communicationKinds', about)].find((words) => words !== about) ?? '';
}

/** The subject of a form that is about one question; `wanted` leaves out those that the form cannot be about. */
export const oneQuestion = (
  wanted: (answer: FormAnswer | undefined, asked: FormQuestion) => boolean = () => true,
): Subject => ({
  from: (context) =>
    questionsOf(context)
      .filter((asked) => wanted(answerTo(context, asked), asked))
      .map((asked): Choice => {
        const answer = answerTo(context, asked);
        return {
          value: addressOfQuestion(idIn(context.about) ?? '', asked),
          text: questionInWords(asked, context),
          ...(answer && { hint: context.name('consentAnswers', answer.answer ?? 'unasked') }),
        };
      }),
  fills: (value, context) => {
    const { participantId = '', purpose = '', about = null } = questionIn(value) ?? {};
    const asked = askedIn({ ...context, about: value });
    const processId = asked?.processId ?? '';
    return { participantId, purpose, processId, ...(asked?.toName ? {} : { about: about ?? '' }) };
  },
  ofBlocker: questionOfBlocker,
});

/** The question of the address as the case has it; undefined where it has none of that name. */
export function askedIn(context: FormContext): FormQuestion | undefined {
  const named = questionIn(context.about);
  return named === null
    ? undefined
    : questionsOf(context).find(({ purpose, about }) => purpose === named.purpose && about === named.about);
}

/** The text of the address, else one in the person's own language, else in English. */
export function textIn(context: FormContext): ConsentTextRead | undefined {
  const { texts, about } = context;
  const wanted = [questionIn(about)?.language, personOf(context)?.needs?.language, 'en'];
  return wanted.flatMap((language) => texts.find((text) => text.language === language) ?? [])[0] ?? texts[0];
}
