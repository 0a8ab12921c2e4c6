/** The cells of a row without what nobody can see, and with the letters mended that were encoded twice. */
import { mended, seen } from './cells/characters.js';
import type { RowContext } from './draft.js';

type Cells = Readonly<Record<string, unknown>>;

/** The same cells to read from. What was mended is flagged, and kept beside the referral as it stood. */
export function readable(cells: Cells, context: RowContext): Cells {
  const read = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => read(one, field));
    if (typeof value === 'object' && value !== null) return inner(value as Cells, `${field}.`);
    if (typeof value !== 'string') return value;
    const text = seen(mended(value));
    if (text !== seen(value)) {
      context.flag('R10', 'lettersMended', 'referral');
      context.aside('referral', field, value, `had letters that were encoded twice: it is read as ${text}`);
    }
    return text;
  };
  const inner = (values: Cells, before: string): Cells =>
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, read(value, `${before}${field}`)]));
  return inner(cells, '');
}
