/** A first mapping of a table nobody has mapped yet: from what its columns are called and from what stands in them. A person corrects it. */
import { foldName } from '#libs/matching';
import { csvRows } from '../csv.js';
import { offenceOf } from '../offences.js';
import { ReferralFileProblem } from '../problem.js';
import { linesOf } from '../rows.js';
import { textOf } from '../text.js';
import { fieldNames, fields, type Field } from './fields.js';
import type { MappingInput } from './mapping.js';

/** Rows that are looked at: enough to tell the order of days. */
const LOOKED_AT = 500;
/** Fields that several columns may have. */
const several: readonly Field[] = ['notes', 'harmed.kept', 'responsible.kept'];
const separators = [',', ';', '\t', '|'];
const yes = ['y', 'yes', 'true', '1', 'ie', 'oes', 'do'];
const no = ['n', 'no', 'false', '0', 'na', 'nac oes', 'naddo'];

/** Throws ReferralFileProblem for a file that is no table. Columns that nothing is known of are left out. */
export function suggestMapping(bytes: Uint8Array, name: string): MappingInput {
  const text = textOf(bytes);
  const header = linesOf(text).find(({ text: one }) => one.trim() !== '' && !/^"?sep=/i.test(one));
  if (!header || /^\s*[[{]/.test(header.text))
    throw new ReferralFileProblem('header', 'The file is no table with a header.');
  const cells =
    separators.map((separator) => header.text.split(separator)).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const names = cells.map((cell) => cell.replaceAll('"', '').trim()).filter(Boolean);
  const rows = csvRows(text, [...new Set(names)], { othersToo: true, mayLack: names.length }).slice(0, LOOKED_AT);
  const values = (column: string): string[] => rows.flatMap((row) => String(row.cells?.[column] ?? '') || []);
  const columns = columnsFor(names, values);
  const mapped = (kind: string) => names.filter((column) => columns[column] && fields[columns[column]].kind === kind);
  const answers = new Set(
    mapped('yesNo')
      .flatMap(values)
      .map((value) => value.toLowerCase()),
  );
  const offences = names.filter((column) => columns[column] === 'offence.words').flatMap(values);
  return {
    name,
    source: 'police',
    columns,
    others: true,
    dates: datesIn([...mapped('day'), ...mapped('birth')].flatMap(values)),
    words: {
      yes: ['y', 'yes', ...yes.filter((word) => answers.has(word) && !['y', 'yes'].includes(word))],
      no: ['n', 'no', ...no.filter((word) => answers.has(word) && !['n', 'no'].includes(word))],
      offence: Object.fromEntries(
        [...new Set(offences.map((words) => words.toLowerCase()))].flatMap((words) => {
          const { kind, known } = offenceOf(words);
          return known ? [[words, { kind }]] : [];
        }),
      ),
    },
  };
}

/** The best column for each field: whoever is called most like it, and holds what it can hold. */
function columnsFor(names: readonly string[], values: (column: string) => string[]): Record<string, Field> {
  const ranked = names.flatMap((column) =>
    fieldNames.flatMap((field) => {
      const score = likeness(foldName(column), field);
      return score > 0 && holds(field, values(column)) ? [{ column, field, score }] : [];
    }),
  );
  // Without a prototype: a column may be called "constructor".
  const columns = Object.create(null) as Record<string, Field>;
  const used = new Set<Field>();
  for (const { column, field } of ranked.toSorted((a, b) => b.score - a.score)) {
    if (column in columns || (used.has(field) && !several.includes(field))) continue;
    columns[column] = field;
    used.add(field);
  }
  return columns;
}

/** 0 for a column that is called nothing like it; longer words that agree count more, and most at the end. */
function likeness(column: string, field: Field): number {
  const scores = fields[field].hints.map((hint) => {
    const folded = foldName(hint);
    if (column === folded) return 100 + folded.length;
    if (` ${column}`.endsWith(` ${folded}`)) return 50 + folded.length;
    return ` ${column} `.includes(` ${folded} `) ? folded.length : 0;
  });
  return Math.max(0, ...scores);
}

const looks: Partial<Record<(typeof fields)[Field]['kind'], RegExp>> = {
  day: /\d[/. -]|^\d{5}$/,
  birth: /\d[/. -]|^\d{5}$/,
  number: /^\d{1,3}$/,
  telephone: /\d{3}/,
  email: /@/,
};
/** Whether most of what stands there can be of that kind; an empty column can be anything. */
function holds(field: Field, values: readonly string[]): boolean {
  const look = looks[fields[field].kind];
  return !look || values.length === 0 || values.filter((value) => look.test(value)).length * 2 > values.length;
}

/** The order in which most of the days make sense; the day first where they say nothing of it. */
function datesIn(values: readonly string[]): MappingInput['dates'] {
  const parts = values.flatMap((value) => {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(value);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const [dayFirst, monthFirst] = [parts.filter(([one]) => one > 12).length, parts.filter(([, two]) => two > 12).length];
  return [monthFirst > dayFirst ? 'monthDayYear' : 'dayMonthYear', 'dayMonthName', 'iso', 'serial'];
}
