// What the pages of referring oneself show: a field for each question, and a line for each answer.
import type { Look } from '../../../look/look.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { en } from './words.en.js';
import { asked, ELSEWHERE, type Question, type Said, type Step } from './steps.js';

type Own = Extract<keyof typeof en, string>;
const key = (...parts: string[]) =>
  parts.join('_').replaceAll(/ (\w)/g, (_all, letter: string) => letter.toUpperCase()) as Own;

/** A question as the view draws it. */
export interface QuestionModel {
  readonly name: string;
  readonly kind: Question['kind'];
  readonly legend: string;
  readonly hint: string | null;
  readonly value: string;
  readonly keys: string | null;
  readonly items: readonly { value: string; text: string; hint: string | null; chosen: boolean; checked: boolean }[];
}

export function fieldsOf(speaker: Speaker<Own>, { questions }: Step, said: Said, look: Look): QuestionModel[] {
  const hintOf = (name: Own) => sayIfThere(speaker, name);
  return questions.map((question) => ({
    name: question.name,
    kind: question.kind,
    legend: speaker.say(key(question.name)),
    hint: hintOf(key(`${question.name}Hint`)),
    value: said[question.name]?.[0] ?? '',
    keys: question.keys ?? null,
    items: choicesOf(question, look).map((value) => {
      const chosen = said[question.name]?.includes(value) ?? false;
      const [text, hint] = textOf(speaker, question.name, value);
      return { value, text, hint, chosen, checked: chosen };
    }),
  }));
}

/** The areas are those of the service; a service that names none is asked about in words alone. */
const choicesOf = ({ name, choices = [] }: Question, look: Look): readonly string[] =>
  name === 'area' ? [...look.areas, ...look.neighbours.map(({ area }) => `${ELSEWHERE}:${area}`), ELSEWHERE] : choices;

function textOf(speaker: Speaker<Own>, question: string, value: string): [string, string | null] {
  if (question === 'area' && value !== ELSEWHERE) return [value.replace(`${ELSEWHERE}:`, ''), null];
  return [speaker.say(key(question, value)), sayIfThere(speaker, key(question, `${value}Hint`))];
}

export interface LineModel {
  readonly text: string;
  readonly answer: string;
  readonly go: string;
}

/** Every question that was asked, with what was said. */
export const linesOf = (speaker: Speaker<Own>, said: Said, look: Look): LineModel[] =>
  asked(said).flatMap((step) =>
    fieldsOf(speaker, step, said, look).map(({ name, legend, items, value }) => {
      const chosen = items.filter(({ chosen: is }) => is).map(({ text }) => text);
      return {
        text: legend,
        answer: (items.length > 0 ? chosen.join(', ') : value) || speaker.say('skipped'),
        go: `/refer/${step.name}`,
        name,
      };
    }),
  );

/** A sentence that not every question has. */
function sayIfThere(speaker: Speaker<Own>, name: Own): string | null {
  try {
    return speaker.say(name);
  } catch {
    return null;
  }
}
