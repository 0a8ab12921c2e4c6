/** The cells of one row by what they mean: the only thing that knows a referrer's columns. */
import type { RowContext } from '../draft.js';
import type { Answer, ReferralFlag } from '../referral.js';
import type { Field } from './fields.js';
import type { Mapping } from './mapping.js';

type About = ReferralFlag['about'];

export interface RowValues {
  /** What the columns of a field say, joined by a space; '' where nothing does. */
  text(field: Field): string;
  /** What the first column of a field is called; the field's own name where none is mapped. */
  called(field: Field): string;
  isMapped(field: Field): boolean;
  /** Whether the row has the field at all, if only to say that it is not known. */
  isGiven(field: Field): boolean;
  /** A list of words, from a list or from one cell. */
  list(field: Field): string[] | null;
  /** Yes, no or not known, in the referrer's words; anything else is set aside. */
  answer(about: About, field: Field, context: RowContext): Answer;
}

/** A row that is being read. */
export interface Reading {
  values: RowValues;
  mapping: Mapping;
  context: RowContext;
}

/** Inner fields of an object by a path with dots; lists stay lists. */
export function flattened(cells: Readonly<Record<string, unknown>>, before = ''): [string, unknown][] {
  return Object.entries(cells).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flattened(value as Readonly<Record<string, unknown>>, `${before}${name}.`)
      : [[`${before}${name}`, value] as [string, unknown]],
  );
}

export function rowValues(cells: Readonly<Record<string, unknown>>, { columns, words }: Mapping): RowValues {
  const flat = new Map(flattened(cells));
  const columnsOf = (field: Field) => Object.keys(columns).filter((column) => columns[column] === field);
  const values = (field: Field) =>
    columnsOf(field)
      .map((column) => flat.get(column))
      .filter((value) => value !== undefined && value !== null && value !== '');
  const text = (field: Field) => values(field).map(textOf).join(' ').trim();
  const called = (field: Field) => columnsOf(field)[0] ?? field;
  const table: Record<string, Answer> = {};
  for (const word of words.unknown) table[word] = null;
  for (const word of words.no) table[word] = false;
  for (const word of words.yes) table[word] = true;
  return {
    text,
    called,
    isMapped: (field) => columnsOf(field).length > 0,
    isGiven: (field) => columnsOf(field).some((column) => flat.get(column) !== undefined),
    list: (field) => {
      const [value] = values(field);
      if (value === undefined) return null;
      return Array.isArray(value)
        ? value.map(textOf)
        : textOf(value)
            .split(/\s*[;,]\s*/u)
            .filter(Boolean);
    },
    answer(about, field, context) {
      const [value] = values(field);
      return typeof value === 'boolean' ? value : context.coded<Answer>(about, called(field), text(field), table, null);
    },
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
