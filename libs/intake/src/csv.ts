/** CSV rows: finds separator and header, checks the columns, and begins again at the next line after a row with broken quotes. */
import { parse } from 'csv-parse/sync';
import { seen } from './cells/characters.js';
import { headerIn, type Header, type TableRules } from './csv-header.js';
import { linesOf, type Line, type RawRow } from './rows.js';

// A quoted cell with more breaks than this is a quote left open: the rows after it must not be swallowed.
const LONGEST_ROW_IN_LINES = 100;
// What programs and offices write above and below a table: protective markings, counts, ends. They stand alone on their line.
const beside =
  /^(official|restricted|confidential|protect|secret|swyddogol)\b[\s\p{L}\p{Pd}:()[\]]*$|^(end of (report|file|extract|data)|page \d+( of \d+)?|total( rows| records)?:? *\d+|\(?\d+ (rows?|records?)( selected| affected)?\)?)\.?$/iu;

/**
 * The rows of a CSV text whose header names exactly `columns`, in any order, letter case and spacing apart.
 * Blank lines are no rows, nor are protective markings. Words under a column without a name stand in `besides`.
 * Throws ReferralFileProblem naming the columns that are missing, unknown or twice there.
 */
export function csvRows(text: string, columns: readonly string[], rules: TableRules = {}): RawRow[] {
  const lines = linesOf(text);
  const header = headerIn(lines, columns, rules, cellsAt);
  const rows: RawRow[] = [];
  for (let at = header.next; at < lines.length;) {
    const row = rowAt(lines, at, header, rules.mayLack ?? 0);
    if (row.cells === null || row.besides || Object.values(row.cells).some((cell) => cell !== '')) rows.push(row);
    at += row.lines;
  }
  return rows;
}

function rowAt(lines: readonly Line[], at: number, header: Header, mayLack: number): RawRow & { lines: number } {
  const { names, separator } = header;
  const read = cellsAt(lines, at, separator);
  const original = lines[at]?.text ?? '';
  const unread = { line: at + 1, cells: null, lines: 1 };
  if (!read) return { ...unread, original, problem: 'a quotation mark is out of place or not closed' };
  const whole = { line: at + 1, original: textOfLines(lines, at, read.lines), problem: '', lines: read.lines };
  const filled = read.cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || (filled.length === 1 && beside.test(seen(filled[0] ?? ''))))
    return { ...whole, cells: {} };
  const extra = read.cells.slice(names.length).filter((cell) => cell.trim() !== '');
  if (read.cells.length < header.named - mayLack || extra.length > 0) {
    const problem = `the row has ${read.cells.length} cells where the header has ${names.length}`;
    // A row of several lines that does not fit may have swallowed its neighbours: give up its first line only.
    return { ...unread, original, problem };
  }
  // Without a prototype: a column may be called "__proto__".
  const cells = Object.create(null) as Record<string, string>;
  const unnamed: string[] = [];
  names.forEach((name, i) => {
    const cell = (read.cells[i] ?? '').trim();
    if (name !== '') cells[name] = cell;
    else if (cell !== '') unnamed.push(cell);
  });
  return { ...whole, cells, ...(unnamed.length > 0 ? { besides: unnamed.join('\n') } : {}) };
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
