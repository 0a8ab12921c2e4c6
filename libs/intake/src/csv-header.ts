/** The header of a table: which line it is, what parts its cells, and whether its columns fit. */
import { foldName } from '#libs/matching';
import { seen } from './cells/characters.js';
import { ReferralFileProblem } from './problem.js';
import { returnedColumns } from './returned-file.js';
import type { Line } from './rows.js';

/** What a table may leave out, and may have besides. */
export interface TableRules {
  /** Columns at the end whose blank cells a program may drop; a row that lacks more is not read. */
  mayLack?: number;
  /** Columns of other names are left alone instead of being a fault of the file. */
  othersToo?: boolean;
}

export interface Header {
  separator: string;
  /** Columns in order, under their own names; '' for a column without one. */
  names: string[];
  /** How many columns there are up to the last that has a name. */
  named: number;
  /** Where the rows begin, counted from 0. */
  next: number;
}
type ReadCells = (lines: readonly Line[], at: number, separator: string) => { cells: string[]; lines: number } | null;

/** Columns of a file of rows that were sent back. */
const ours: readonly string[] = Object.values(returnedColumns);
const separators = [',', ';', '\t', '|'];
// Programs put a title, a marking or a day above the header; further down it is no header any more.
const DEEPEST_HEADER = 10;

/** Finds the header among the first lines. Throws ReferralFileProblem when there is none, or when its columns do not fit. */
export function headerIn(
  lines: readonly Line[],
  columns: readonly string[],
  rules: TableRules,
  read: ReadCells,
): Header {
  const known = new Map([...columns, ...ours].map((column) => [folded(column), column]));
  const places = lines.flatMap((line, at) => (line.text.trim() === '' || isSeparatorLine(line.text) ? [] : [at]));
  const readings = places.slice(0, DEEPEST_HEADER).flatMap((at) =>
    separators.flatMap((separator) => {
      const row = read(lines, at, separator);
      if (!row) return [];
      const names = row.cells.map((cell) => known.get(folded(cell)) ?? seen(cell));
      const found = new Set(names.filter((name) => columns.includes(name))).size;
      return [{ at, separator, names, next: at + row.lines, found }];
    }),
  );
  const best = readings.toSorted((a, b) => b.found - a.found || a.at - b.at)[0];
  // Without one cell of ours on any line, the first that can be read says best what the file has instead.
  const first = readings[0]?.at ?? -1;
  if (!best || (best.found === 0 && first !== places[0]))
    throw new ReferralFileProblem(
      'header',
      `Line ${(places[0] ?? 0) + 1} is no header of this referrer's: ${columns.join(', ')}.`,
    );
  check(best.names, columns, rules);
  return { ...best, named: best.names.findLastIndex((name) => name !== '') + 1 };
}

function check(names: readonly string[], columns: readonly string[], { othersToo = false }: TableRules): void {
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = othersToo
    ? []
    : names.filter((name) => name !== '' && !columns.includes(name) && !ours.includes(name));
  const twice = names.filter((name, i) => columns.includes(name) && names.indexOf(name) !== i);
  const faults = [said('missing', missing), said('not known', unknown), said('there twice', twice)].filter(Boolean);
  if (faults.length > 0)
    throw new ReferralFileProblem('columns', `The columns do not fit this referrer: ${faults.join('; ')}.`);
}

/** `sep=;` on a line of its own tells a spreadsheet what parts the cells: it is found from the header all the same. */
const isSeparatorLine = (text: string): boolean => /^"?sep=.?"?$/i.test(seen(text));
const folded = (name: string): string => foldName(seen(name)) || seen(name).toLowerCase();
const said = (what: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${what}: ${names.map((name) => name.slice(0, 60)).join(', ')}`;
