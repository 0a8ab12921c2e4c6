/** A referral file read whole: what can be taken, what was there before, what cannot stand, and what staff should know. */
import { fingerprintOf } from './fingerprint.js';
import { csvRows } from './csv.js';
import { rowContext, RowRejected } from './draft.js';
import { flagMeanings } from './flags.js';
import { isCaution, strongWords } from './cautions.js';
import { compareRow } from './compare.js';
import { grouped, type Objection, type TakenRow } from './group.js';
import { codeLimits, judged, type IntakeLimits } from './judge.js';
import { passedOver } from './mapping/chosen.js';
import { mappedRow } from './mapping/mapped-row.js';
import { type Mapping, tableColumns } from './mapping/mapping.js';
import { referrers, type ReferrerName } from './referrers/index.js';
import { jsonRows } from './json-rows.js';
import { readable } from './readable.js';
import { ReferralFileProblem } from './problem.js';
import { cameBack, type RowGoingBack } from './returned-file.js';
import type { RawRow } from './rows.js';
import { textOf } from './text.js';
import { noteAges } from './withhold.js';
import type { CalendarDate, Referral, ReferralFlag, SetAside } from './referral.js';

/** A row that cannot stand, for the referrer to mend and send again. Personal data. */
export interface RejectedRow extends Omit<RowGoingBack, 'id'> {
  line: number;
  /** By which the same row is known again, mended or not. */
  fingerprint: string;
  /** What it was sent back as before, where this row is one that came back. */
  returned?: string;
}

/** A row that had been sent back and now stands. */
export interface MendedRow {
  /** What it was sent back as. */
  returned: string;
  fingerprint: string;
}

/** A row that the file, or an earlier one, already had. */
export interface DuplicateRow {
  line: number;
  fingerprint: string;
  /** The line of this file that has the same row; null when an earlier file had it. */
  sameAsLine: number | null;
}

/** Something about a row that was taken. `message` may hold the value set aside. */
export interface Warning {
  line: number;
  rule: string | null;
  message: string;
}

export interface ReadFile {
  /** Rows of the file: every one is in `referrals`, in `duplicates`, in `rejected` or in `passedOver`. */
  rows: number;
  referrals: Referral[];
  rejected: RejectedRow[];
  duplicates: DuplicateRow[];
  warnings: Warning[];
  /** Who does not agree to share: given on to find them where they are held, and to nothing else (R7). */
  objections: Objection[];
  mended: MendedRow[];
  /** Rows that the mapping does not want, each with the column that says so. */
  passedOver: { line: number; column: string }[];
  /** The referrer's columns; null for one who sends JSON. */
  columns: readonly string[] | null;
}

export interface ReadOptions {
  /** Fingerprints of rows taken before. */
  known?: ReadonlySet<string>;
  limits?: IntakeLimits;
  /** Rows that a file may have; left out: any number. */
  mostRows?: number;
  /** Strong words of the service's own, beside the common ones (cautions.ts). */
  cautionWords?: readonly string[];
}

/**
 * Reads a referral file. Pure: nothing is saved, so that it also serves as preview.
 * `today` is the London day on which the file reached the service, 'YYYY-MM-DD'.
 * Throws ReferralFileProblem when the file as a whole cannot be read; one bad row never costs another.
 */
export function readReferralFile(
  bytes: Uint8Array,
  from: ReferrerName | Mapping,
  today: CalendarDate,
  options: ReadOptions = {},
): ReadFile {
  const mapping: Mapping = typeof from === 'string' ? referrers[from] : from;
  const columns = tableColumns(mapping);
  const text = textOf(bytes);
  const rules = { mayLack: mapping.mayLack, othersToo: mapping.others };
  const rows = columns === null ? jsonRows(text) : csvRows(text, columns, rules);
  const { mostRows = Infinity } = options;
  if (rows.length > mostRows)
    throw new ReferralFileProblem('size', `The file has ${rows.length} rows; at most ${mostRows} are taken at once.`);
  const read: ReadFile = {
    rows: rows.length,
    referrals: [],
    rejected: [],
    duplicates: [],
    warnings: [],
    objections: [],
    mended: [],
    passedOver: [],
    columns,
  };
  const seen = new Map<string, number>();
  const taken: TakenRow[] = [];
  for (const row of rows.map(cameBack)) {
    const column = row.cells && passedOver(row.cells, mapping);
    if (column) {
      read.passedOver.push({ line: row.line, column });
      continue;
    }
    const outcome = takeRow(row, mapping, today, [...strongWords, ...(options.cautionWords ?? [])]);
    const fingerprint = fingerprintOf(mapping.name, wanted(row, mapping) ?? { original: row.original }, row.besides);
    const { line, original, cells, besides, returned } = row;
    if ('reason' in outcome) {
      const again = { ...(besides !== undefined && { besides }), ...(returned !== undefined && { returned }) };
      read.rejected.push({ line, reason: outcome.reason, original, cells, fingerprint, ...again });
      continue;
    }
    if (returned !== undefined) read.mended.push({ returned, fingerprint });
    const sameAsLine = seen.get(fingerprint) ?? null;
    if (sameAsLine !== null || options.known?.has(fingerprint)) {
      read.duplicates.push({ line: row.line, fingerprint, sameAsLine });
      continue;
    }
    seen.set(fingerprint, row.line);
    for (const one of outcome.draft.people) one.rows = [fingerprint];
    taken.push({ mark: { line: row.line, fingerprint }, draft: outcome.draft });
  }
  finish(taken, options.limits ?? codeLimits, read);
  return read;
}

/** What makes a row the same row: where other columns are left alone, a change in one of them is none. */
function wanted({ cells }: RawRow, mapping: Mapping): RawRow['cells'] {
  const columns = tableColumns(mapping);
  if (cells === null || columns === null || !mapping.others) return cells;
  return Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']));
}

function takeRow(
  row: RawRow,
  mapping: Mapping,
  today: CalendarDate,
  strong: readonly string[],
): { draft: TakenRow['draft'] } | { reason: string } {
  if (row.cells === null) return { reason: row.problem };
  try {
    const context = rowContext(today);
    const cells = readable(row.cells, context);
    const draft = mappedRow(cells, mapping, context);
    if (row.besides !== undefined) draft.notes.push({ side: 'unsorted', words: row.besides });
    noteAges(draft, today);
    compareRow(draft, context);
    if (isCaution(wordsIn(draft), strong)) context.flag('R11', 'cautionInWords', 'referral');
    return { draft };
  } catch (error) {
    if (error instanceof RowRejected) return { reason: error.message };
    throw error;
  }
}

/** Everything a referrer wrote in words of their own. */
const wordsIn = ({ notes, people, setAside, invitation }: TakenRow['draft']): string =>
  [
    ...notes.map(({ words }) => words),
    ...people.map(({ contact }) => contact.times ?? ''),
    ...setAside.map(({ original }) => original),
    invitation?.reason ?? '',
  ].join('\n');

function finish(taken: readonly TakenRow[], limits: IntakeLimits, read: ReadFile): void {
  const references = new Map<string, number>();
  for (const group of grouped(taken)) {
    const { referral, found } = judged(group, limits);
    read.objections.push(...group.objections);
    for (const { line, flags, setAside } of group.remarks) read.warnings.push(...warningsOf(line, flags, setAside));
    read.warnings.push(...warningsOf(group.rows[0]?.line ?? 0, found, []));
    read.referrals.push(referral);
    const reference = referral.externalReference;
    if (reference !== null) references.set(reference, (references.get(reference) ?? 0) + 1);
  }
  for (const referral of read.referrals) {
    if ((references.get(referral.externalReference ?? '') ?? 0) < 2) continue;
    const flag: ReferralFlag = { rule: 'R10', what: 'sameReference', about: 'offence' };
    referral.flags.push(flag);
    read.warnings.push(...warningsOf(referral.rows[0]?.line ?? 0, [flag], []));
  }
  read.warnings.sort((a, b) => a.line - b.line);
}

const warningsOf = (line: number, flags: readonly ReferralFlag[], setAside: readonly SetAside[]): Warning[] => [
  ...setAside.map((value) => ({ line, rule: null, message: `${value.field}: ${value.reason}` })),
  ...flags.map((flag) => ({ line, rule: flag.rule, message: flagMeanings[flag.what] })),
];
