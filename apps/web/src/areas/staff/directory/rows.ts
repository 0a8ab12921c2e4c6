// A file of the directory, in parts that the API takes: rows as JSON, so many characters at a time.

/** Characters of one row, as the API takes words. */
const LONGEST_ROW = 50_000;
/** Characters of one part: well below the longest body that the API reads. */
const LONGEST_PART = 120_000;

/** Some rows, and the place of the first of them in the file, from 1. */
export interface Part {
  readonly firstRow: number;
  readonly rows: readonly string[];
}

/** The rows of a list of services, of one service, or of a page of another directory (`contents`); null when it is none of these. */
export function rowsIn(text: string): readonly unknown[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (Array.isArray(read)) return read;
  if (read === null || typeof read !== 'object') return null;
  const { contents } = read as { contents?: unknown };
  return Array.isArray(contents) ? contents : [read];
}

/** The parts in order; rows that are too long for the API stand in none, and are named by their places. */
export function partsOf(rows: readonly unknown[]): { parts: readonly Part[]; tooLong: readonly number[] } {
  const parts: { firstRow: number; rows: string[]; length: number }[] = [];
  const tooLong: number[] = [];
  for (const [at, row] of rows.entries()) {
    const text = JSON.stringify(row);
    const last = parts.at(-1);
    if (text.length > LONGEST_ROW) tooLong.push(at + 1);
    else if (last && last.firstRow + last.rows.length === at + 1 && last.length + text.length <= LONGEST_PART) {
      last.rows.push(text);
      last.length += text.length;
    } else parts.push({ firstRow: at + 1, rows: [text], length: text.length });
  }
  return { parts, tooLong };
}
