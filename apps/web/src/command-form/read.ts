// Reads a form that was sent: each field by its kind, with what is wrong said by the name of a sentence.
import { z } from 'zod';
import { isCalendarDate } from '#libs/time';
import { londonInstant } from '../locale/london-instant.js';
import type { FormField, FormOf, Typed } from './definition.js';

/** Sentences that say what is wrong with a field. */
export type Wrong =
  'field.choose' | 'field.write' | 'field.day' | 'field.time' | 'field.moment' | 'field.number' | 'field.long';

/** The body of a form as it came. */
export type Body = Readonly<Record<string, unknown>>;

/** Characters: a letter of twenty pages. The API counts again. */
const LONGEST = 60_000;

const many = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
const one = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The four parts of a day and a time, as they were typed. */
export const partsOf = (body: Body, name: string) => ({
  day: one(body[`${name}-day`]),
  month: one(body[`${name}-month`]),
  year: one(body[`${name}-year`]),
  time: one(body[`${name}-time`]),
});

const padded = (text: string) => text.padStart(2, '0');
const timeOf = (typed: string): string => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? [];
  return hour === '' ? '' : `${padded(hour)}:${minute}`;
};

/** `9:30` and `9.30` as the clock of 24 hours has them; without minutes it stays as it was typed, and does not fit. */
const hourOf = (typed: string): string => typed.replace('.', ':').replace(/^\d:/, '0$&');

/** What was typed for a field: text, a list, a day, or an instant; undefined where nothing was. */
function typedFor({ name, kind, list }: FormField, body: Body): unknown {
  if (list) return many(body[name]);
  if (kind === 'time') return hourOf(one(body[name])) || undefined;
  if (kind !== 'day' && kind !== 'moment') return one(body[name]) || undefined;
  const { day, month, year, time } = partsOf(body, name);
  if (day === '' && month === '' && year === '' && time === '') return undefined;
  const date = `${year}-${padded(month)}-${padded(day)}`;
  if (!isCalendarDate(date)) return 'no such day';
  return kind === 'day' ? date : (londonInstant(date, timeOf(time)) ?? 'no such time');
}

function schemaOf(field: FormField): z.ZodType {
  const choose = { error: 'field.choose' satisfies Wrong };
  const write = { error: 'field.write' satisfies Wrong };
  const optional = (schema: z.ZodType) => (field.required || field.needed ? schema : schema.optional());
  if (field.list) {
    const list = z.array(z.string().max(200), choose);
    return field.required && !field.mayBeEmpty ? list.min(1, choose) : list;
  }
  switch (field.kind) {
    case 'words':
    case 'text':
      return optional(z.string(write).max(LONGEST, { error: 'field.long' satisfies Wrong }));
    case 'number':
      return optional(z.coerce.number({ error: 'field.number' satisfies Wrong }).int());
    case 'yesNo':
      return optional(z.enum(['yes', 'no'], choose).transform((answer) => answer === 'yes'));
    case 'day':
      return optional(z.iso.date({ error: 'field.day' satisfies Wrong }));
    case 'time':
      return optional(z.iso.time({ precision: -1, error: 'field.time' satisfies Wrong }));
    case 'moment':
      return optional(z.iso.datetime({ error: 'field.moment' satisfies Wrong }));
    default:
      return optional(z.string(choose).max(200));
  }
}

/** What a form takes; its messages are sentences that say what is wrong. Fields left empty are left out. */
export function schemaFor(form: FormOf): z.ZodType<Typed> {
  const shape = Object.fromEntries(form.fields.map((field) => [field.name, schemaOf(field)]));
  return z.preprocess(
    (body) => Object.fromEntries(form.fields.map((field) => [field.name, typedFor(field, (body ?? {}) as Body)])),
    z
      .object(shape)
      .transform((typed) => withoutEmpty(form, typed))
      .superRefine((typed, { addIssue }) => {
        for (const [field, message] of Object.entries(form.together(typed)))
          addIssue({ code: 'custom', path: [field], message });
      }),
  ) as unknown as z.ZodType<Typed>;
}

/** An empty list stands where the schema needs the list; where it does not, nothing stands for it. */
function withoutEmpty(form: FormOf, typed: Record<string, unknown>): Typed {
  const needed = new Set(form.fields.filter(({ required }) => required).map(({ name }) => name));
  const empty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => !empty(value) || (needed.has(name) && value !== undefined)),
  );
}
