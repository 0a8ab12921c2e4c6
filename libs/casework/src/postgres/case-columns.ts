// The columns of case_file, each once: what a command writes and what the caseload and a case select are made from this table.
import { settingsOf, type StoredCase, type Summary } from '#libs/case';
import type { CaseFile } from '../ports.js';

/**
 * What a case keeps beside its facts for lists and counts; a field of Summary without a row here does not compile. Processes
 * have no column: nothing is sorted or counted by one that does not press most, and each row brings its facts along.
 */
type Listed = Exclude<keyof Summary, 'participants' | 'processes' | 'openedAt'>;

/** Written once, when the case is opened. */
const opening = {
  id: 'uuid',
  serviceId: 'uuid',
  areaId: 'uuid',
  reference: 'text',
  openedAt: 'timestamptz',
} as const;

/** What a decision needs; changes with every event. */
const decided = {
  revision: 'int',
  machineVersion: 'int',
  state: 'jsonb',
  facts: 'jsonb',
  lastHash: 'bytea',
  updatedAt: 'timestamptz',
} as const;

/** What lists and counts need (libs/case summary.ts); changes with every event. */
const listed = {
  stage: 'text',
  step: 'text',
  stageSince: 'timestamptz',
  nextStep: 'text',
  leadId: 'uuid',
  staffIds: 'uuid[]',
  undeclaredIds: 'uuid[]',
  processType: 'text',
  direct: 'text',
  waitingOn: 'text',
  waitingRule: 'text',
  waitingSince: 'timestamptz',
  openConcerns: 'int',
  unreviewedDeviations: 'int',
  sensitive: 'boolean',
  flags: 'text[]',
  points: 'int',
  closedAt: 'timestamptz',
  closedBecause: 'text',
} as const satisfies Record<Listed, string>;

/** Every column by its name in the program, with its type in PostgreSQL. */
export const caseColumns = { ...opening, ...decided, ...listed } as const;
export type CaseColumn = keyof typeof caseColumns;

const names = Object.keys(caseColumns) as CaseColumn[];
/** The column's name in SQL: stageSince is stage_since. */
export const sqlName = (column: CaseColumn): string =>
  column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const selecting = (columns: readonly CaseColumn[]): string =>
  columns.map((column) => `c.${sqlName(column)} as "${column}"`).join(', ');

/** The columns of a FileRow, from case_file `c` and service `s`, each under its name in the program. */
export const fileColumns: string = `${selecting(names.filter((column) => !(column in listed) && column !== 'openedAt'))}, s.settings::text as settings`;
/** The columns of a StoredCase, from case_file `c`: what another lib reads of a case. */
export const storedColumns: string = selecting(['machineVersion', 'state', 'facts']);
/** The columns of lists, from case_file `c`. */
export const listedColumns: string = selecting(names.filter((column) => column in listed || column === 'openedAt'));

/** A row of case_file, with the text of its service's settings, as a decision needs it. */
export interface FileRow extends Omit<CaseFile, 'stored' | 'settings'>, StoredCase {
  settings: string;
}
/** A case as the core knows it, from such a row. */
export const fileOf = <R extends FileRow>({ machineVersion, state, facts, settings, ...row }: R) => ({
  ...row,
  stored: { machineVersion, state, facts },
  settings: settingsOf(settings),
});

/** The columns as a list of columns with their types, for rows that come as JSON; bytes come as hexadecimal text. */
export const jsonColumns: string = names
  .map((column) => `${sqlName(column)} ${caseColumns[column] === 'bytea' ? 'text' : caseColumns[column]}`)
  .join(', ');

// What is read from the JSON row `x`. A case that is not waiting stands at infinity, last in the order of waiting.
const written = (column: CaseColumn): string => {
  if (column === 'waitingSince') return `coalesce(x.waiting_since, 'infinity')`;
  return caseColumns[column] === 'bytea' ? `decode(x.${sqlName(column)}, 'hex')` : `x.${sqlName(column)}`;
};

const moving = names.filter((column) => !(column in opening));
/** What changes with every event, as the assignments of an update from the JSON row `x`. */
export const assignments: string = moving.map((column) => `${sqlName(column)} = ${written(column)}`).join(', ');
/** Every column and its value from the JSON row `x`, for an insert. */
export const inserted = { columns: names.map(sqlName).join(', '), values: names.map(written).join(', ') } as const;

const listedNames = Object.keys(listed) as Listed[];
/** What lists need of a case, as columns of its JSON row. */
export const listedValues = (summary: Summary): Record<string, unknown> =>
  Object.fromEntries(listedNames.map((column) => [sqlName(column), summary[column]]));
