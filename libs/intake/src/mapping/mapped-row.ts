/** One row of a file read by a mapping. */
import { RowRejected, type Draft, type RowContext } from '../draft.js';
import { unfitting } from './form-fits.js';
import type { Mapping } from './mapping.js';
import { rowValues } from './row-values.js';
import { senderRow } from './sender-row.js';
import { sidesRow } from './sides-row.js';

/** Throws RowRejected, with a reason in plain words, for a row that cannot stand. */
export function mappedRow(cells: Readonly<Record<string, unknown>>, mapping: Mapping, context: RowContext): Draft {
  if (mapping.shape === 'forms') {
    const wrong = unfitting(cells, mapping);
    if (wrong.length > 0) throw new RowRejected(`the form does not fit: ${[...new Set(wrong)].join(', ')}`);
  }
  const reading = { values: rowValues(cells, mapping), mapping, context };
  return reading.values.isMapped('sender.is') ? senderRow(reading) : sidesRow(reading);
}
