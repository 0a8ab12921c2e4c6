/** Text to rows, each with its line number and its original text, so that one bad row never costs another. */

/** One row as it stood in the file, before it is interpreted. */
export interface RawRow {
  /** Line on which the row begins, from 1. */
  line: number;
  /** The row's text exactly as in the file, without its final line break. */
  original: string;
  /** Cells by column, or the fields of a JSON line; null when the row could not be read. */
  cells: Readonly<Record<string, unknown>> | null;
  /** Words under a column that has no name: notes, in all that was seen. */
  besides?: string;
  /** What it was sent back as, where it came back (returned-file.ts). */
  returned?: string;
  /** Why it could not be read; '' when it could. */
  problem: string;
}

/** A physical line of a file and the break that ends it. */
export interface Line {
  text: string;
  lineBreak: string;
}

/** Cuts at CRLF, LF or CR; the last line may have no break. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let from = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    lines.push({ text: text.slice(from, found.index), lineBreak: found[0] });
    from = breaks.lastIndex;
  }
  if (from < text.length) lines.push({ text: text.slice(from), lineBreak: '' });
  return lines;
}
