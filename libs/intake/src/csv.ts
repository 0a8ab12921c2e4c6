/** CSV rows: finds the separator, checks the columns, and begins again at the next line after a row with broken quotes. */
import { parse } from 'csv-parse/sync';
import { ReferralFileProblem } from './problem.js';
import { linesOf, type Line, type RawRow } from './rows.js';

const separators = [',', ';', '\t', '|'];
// A quoted cell with more breaks than this is a quote left open: the rows after it must not be swallowed.
const LONGEST_ROW_IN_LINES = 100;

/**
 * The rows of a CSV text whose header names exactly `columns`, in any order, letter case and spacing apart.
 * Blank lines are no rows. Throws ReferralFileProblem naming the columns that are missing, unknown or twice there.
 */
export function csvRows(text: string, columns: readonly string[]): RawRow[] {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const { separator, names, taken } = headerAt(lines, first, columns);
  const rows: RawRow[] = [];
  for (let at = first + taken; at < lines.length;) {
    const row = rowAt(lines, at, separator, names);
    if (row.cells === null || Object.values(row.cells).some((cell) => cell !== '')) rows.push(row);
    at += row.lines;
  }
  return rows;
}

type Header = { separator: string; names: string[]; taken: number };

function headerAt(lines: readonly Line[], at: number, columns: readonly string[]): Header {
  const known = new Map(columns.map((column) => [folded(column), column]));
  const readings = separators.flatMap((separator) => {
    const read = cellsAt(lines, at, separator);
    if (!read) return [];
    const names = read.cells.map((cell) => known.get(folded(cell)) ?? cell.trim());
    return [{ separator, names, taken: read.lines, found: names.filter((name) => columns.includes(name)).length }];
  });
  const best = readings.toSorted((a, b) => b.found - a.found)[0];
  if (!best)
    throw new ReferralFileProblem('header', `Line ${at + 1} is no header of this referrer's: ${columns.join(', ')}.`);
  const missing = columns.filter((column) => !best.names.includes(column));
  const unknown = best.names.filter((name) => !columns.includes(name));
  const twice = best.names.filter((name, i) => columns.includes(name) && best.names.indexOf(name) !== i);
  const faults = [said('missing', missing), said('not known', unknown), said('there twice', twice)].filter(Boolean);
  if (faults.length > 0)
    throw new ReferralFileProblem('columns', `The columns do not fit this referrer: ${faults.join('; ')}.`);
  return best;
}

const folded = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const said = (what: string, names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `${what}: ${names.map((name) => (name === '' ? '(no name)' : name.slice(0, 60))).join(', ')}`;

function rowAt(
  lines: readonly Line[],
  at: number,
  separator: string,
  names: readonly string[],
): RawRow & { lines: number } {
  const read = cellsAt(lines, at, separator);
  const original = lines[at]?.text ?? '';
  const unread = { line: at + 1, cells: null, lines: 1 };
  if (!read) return { ...unread, original, problem: 'a quotation mark is out of place or not closed' };
  const extra = read.cells.slice(names.length);
  if (read.cells.length < names.length || extra.some((cell) => cell.trim() !== '')) {
    const one = read.lines === 1 && original.trim() === '';
    if (one) return { ...unread, original, cells: {}, problem: '' };
    const problem = `the row has ${read.cells.length} cells where the header has ${names.length}`;
    // A row of several lines that does not fit may have swallowed its neighbours: give up its first line only.
    return { ...unread, original, problem };
  }
  const cells = Object.fromEntries(names.map((name, i) => [name, (read.cells[i] ?? '').trim()]));
  return { line: at + 1, original: textOfLines(lines, at, read.lines), cells, problem: '', lines: read.lines };
}

/** The cells of the row that begins on this line, over as many lines as its quotes hold open; null when its quotes are broken. */
function cellsAt(lines: readonly Line[], at: number, separator: string): { cells: string[]; lines: number } | null {
  let quotes = 0;
  for (let count = 1; count <= LONGEST_ROW_IN_LINES && at + count <= lines.length; count++) {
    quotes += countQuotes(lines[at + count - 1]?.text ?? '');
    if (quotes % 2 !== 0) continue;
    const text = textOfLines(lines, at, count);
    if (quotes === 0) return { cells: text.split(separator), lines: count };
    try {
      const [cells = []] = parse(text, { delimiter: separator, relax_column_count: true, record_delimiter: '\0' });
      return { cells, lines: count };
    } catch {
      return null;
    }
  }
  return null;
}

const countQuotes = (text: string): number => text.split('"').length - 1;
const textOfLines = (lines: readonly Line[], at: number, count: number): string =>
  lines
    .slice(at, at + count)
    .map((line, i) => (i === count - 1 ? line.text : line.text + line.lineBreak))
    .join('');
