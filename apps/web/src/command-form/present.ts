// Draws the fields of a form: what each asks, what stands in it, and what is wrong with it.
import type { FieldModel } from '../kit/field/field.js';
import type { Speaker } from '../locale/speaker.js';
import { londonClock } from '../locale/london-instant.js';
import { choicesOf, controlOf, knownValue } from './choices.js';
import type { z } from 'zod';
import type { ProblemModel } from '../kit/problems/problems.js';
import { commonFields, type Choice, type FormContext, type FormField, type FormOf } from './definition.js';
import { partsOf, type Body } from './read.js';
import { filledBy } from './subject.js';

/** What is wrong with each field, by its name. */
export type Problems = ReadonlyMap<string, string>;

/** What a field asks, in the words of its form. */
export function labelOf(form: FormOf, field: FormField, speaker: Speaker<string>): string {
  const common = commonFields[field.name];
  const label = field.name in form.words.en ? speaker.say(field.name) : common ? speaker.say(common) : field.name;
  const asked = field.required || field.needed || field.list || field.name === 'on' || field.name === 'processId';
  return asked ? label : speaker.say('field.optional', { label });
}

/** The fields as they are drawn. `typed` is the form as it came; null for one that is opened. */
export function fieldModels(
  form: FormOf,
  context: FormContext,
  speaker: Speaker<string>,
  typed: Body | null,
  problems: Problems,
): FieldModel[] {
  return form.fields.flatMap((field) => {
    if (field.asked?.(context) === false && !typed?.[field.name]) return [];
    const known = filledBy(form, context, field.name) ?? knownValue(field, form.about, context);
    if (known === '') return [];
    if (known !== null) return [hidden(field, known, speaker)];
    return [modelOf(form, field, context, speaker, typed, problems)];
  });
}

const hidden = ({ name }: FormField, value: string, { say }: Speaker<string>): FieldModel => ({
  control: 'hidden',
  name,
  id: name,
  label: name,
  error: say('site.error'),
  value,
});

function modelOf(
  form: FormOf,
  field: FormField,
  context: FormContext,
  speaker: Speaker<string>,
  typed: Body | null,
  problems: Problems,
): FieldModel {
  const { say } = speaker;
  const { name } = field;
  const choices = field.kind === 'yesNo' ? yesOrNo(speaker) : choicesOf(field, context);
  const control = controlOf(field, choices);
  const opened = field.value?.(context) ?? '';
  // What goes back unseen is of what this page shows, not of what another showed before.
  if (control === 'hidden') return hidden(field, opened, speaker);
  const chosen = new Set(typed ? [typed[name]].flat() : [opened]);
  const hint = hintOf(form, name, speaker);
  const problem = problems.get(name);
  return {
    control,
    name,
    id: name,
    label: labelOf(form, field, speaker),
    error: say('site.error'),
    ...(hint !== undefined && { hint }),
    ...(problem !== undefined && { problem }),
    ...((control === 'text' || control === 'area') && { value: typed ? (textOf(typed[name]) ?? '') : opened }),
    ...(choices.length > 0 && {
      items: choices.map((choice) => ({ ...saidAnew(form, name, choice, speaker), chosen: chosen.has(choice.value) })),
    }),
    ...((control === 'date' || control === 'moment') && { parts: parts(field, speaker, typed, opened) }),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function hintOf(form: FormOf, name: string, { say }: Speaker<string>): string | undefined {
  const own = form.words.en[`${name}Hint`];
  // An empty hint takes away the one that fields of this name share.
  if (own !== undefined) return own === '' ? undefined : say(`${name}Hint`);
  return name === 'on' ? say('field.onHint') : undefined;
}

const yesOrNo = ({ say }: Speaker<string>): readonly Choice[] => [
  { value: 'yes', text: say('field.yes') },
  { value: 'no', text: say('field.no') },
];

/** A choice in words of the form's own, and with a hint of its own, where it has them. */
function saidAnew(form: FormOf, name: string, choice: Choice, { say }: Speaker<string>): Choice {
  const [text, hint] = [`${name}_${choice.value}`, `${name}_${choice.value}Hint`];
  return {
    ...choice,
    ...(text in form.words.en && { text: say(text) }),
    ...(hint in form.words.en && { hint: say(hint) }),
  };
}

function parts({ name, kind }: FormField, { say }: Speaker<string>, typed: Body | null, opened: string) {
  const [year = '', month = '', day = ''] = (opened.includes('T') ? londonClock(opened).day : opened).split('-');
  const time = opened.includes('T') ? londonClock(opened).time : '';
  const value = typed ? partsOf(typed, name) : { day, month, year, time };
  // Where a problem leads is the first of them.
  const part = (which: 'day' | 'month' | 'year' | 'time', label: string, width: number) => ({
    name: `${name}-${which}`,
    id: which === 'day' ? name : `${name}-${which}`,
    label,
    value: value[which],
    width,
    numeric: which !== 'time',
  });
  const date = [
    part('day', say('field.dayOf'), 2),
    part('month', say('field.monthOf'), 2),
    part('year', say('field.yearOf'), 4),
  ];
  return kind === 'moment' ? [...date, part('time', say('field.timeOf'), 5)] : date;
}

/** What does not fit, in the words of the field it is about. */
export function problemsIn(error: z.ZodError, form: FormOf, speaker: Speaker<string>): ProblemModel[] {
  const first = new Map(error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? ''), message]));
  return form.fields.flatMap((field) => {
    const message = first.get(field.name);
    if (message === undefined) return [];
    return [
      {
        text: speaker.say(message as 'field.choose', { label: labelOf(form, field, speaker) }),
        href: `#${field.name}`,
      },
    ];
  });
}
