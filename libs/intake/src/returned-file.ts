/** The file of rows that could not stand, sent back to the referrer: every column as it came, why it came back, and by what it is known again. */

/** Columns of ours before the referrer's own. A row keeps its id when it is mended and sent again. */
export const returnedColumns = { id: 'Returned row', reason: 'Why it came back', original: 'As it stood' } as const;
const ours: readonly string[] = Object.values(returnedColumns);

/** A row that goes back under an id. Personal data. */
export interface RowGoingBack {
  id: string;
  reason: string;
  /** The row exactly as it stood in the file. */
  original: string;
  /** Its cells by column, or the fields of a JSON line; null where it could not be cut into any. */
  cells: Readonly<Record<string, unknown>> | null;
  /** Words under a column without a name. */
  besides?: string;
}

// A spreadsheet takes a cell that begins so for a formula and runs it; some take the signs of an East Asian keyboard, other dashes and
// whatever stands behind marks that nobody sees.
const runs = /^[\s\p{Z}\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r]/u;

/**
 * CSV in UTF-8 with a byte order mark, so that a spreadsheet shows names as they are; CRLF. A row that could not be cut into
 * cells stands whole under "As it stood". `columns` are the referrer's; null for one who sends JSON, and gets it back.
 */
export function returnedFile(rows: readonly RowGoingBack[], columns: readonly string[] | null): string {
  if (columns === null) return rows.map((row) => `${JSON.stringify(jsonOf(row))}\n`).join('');
  const loose = rows.some(({ besides }) => besides !== undefined) ? [''] : [];
  const header = [returnedColumns.id, returnedColumns.reason, ...columns, returnedColumns.original, ...loose];
  const cellsOf = ({ id, reason, cells, original, besides = '' }: RowGoingBack) => [
    id,
    reason,
    ...columns.map((column) => textOf(cells?.[column])),
    cells === null ? original : '',
    ...loose.map(() => besides),
  ];
  return `\uFEFF${[header, ...rows.map(cellsOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const jsonOf = ({ id, reason, cells, original }: RowGoingBack): Record<string, unknown> => ({
  [returnedColumns.id]: id,
  [returnedColumns.reason]: reason,
  ...(cells ?? { [returnedColumns.original]: original }),
});

function cell(text: string): string {
  const harmless = runs.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Takes our own columns out of a row that came back, and the marks that kept its cells from running in a spreadsheet. */
export function cameBack<Row extends { cells: Readonly<Record<string, unknown>> | null; returned?: string }>(
  row: Row,
): Row {
  if (row.cells === null || !(returnedColumns.id in row.cells)) return row;
  const id = row.cells[returnedColumns.id];
  const own = Object.entries(row.cells).filter(([name]) => !ours.includes(name));
  const cells =
    own.length === 0
      ? mendedWhole(row.cells[returnedColumns.original])
      : Object.fromEntries(own.map(([name, value]) => [name, unmarked(value)]));
  return { ...row, cells, ...(typeof id === 'string' && id !== '' && { returned: id }) };
}

/** A JSON row that could not be read, mended as it stood. */
function mendedWhole(text: unknown): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(String(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const unmarked = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith("'") && runs.test(value.slice(1)) ? value.slice(1) : value;
