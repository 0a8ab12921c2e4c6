/** The referrers this service takes files from. One more is one more mapping file and one more row here. */
import type { RowContext, Draft } from '../draft.js';
import { policeColumns, policeRow } from './police.js';
import { selfRow } from './self.js';
import { youthJusticeColumns, youthJusticeRow } from './youth-justice.js';

/** How to read one referrer's file, and what one row of it means. */
export type Referrer =
  | {
      shape: 'csv';
      columns: readonly string[];
      row: (cells: Readonly<Record<string, string>>, context: RowContext) => Draft;
    }
  | {
      shape: 'jsonLines';
      columns: null;
      row: (cells: Readonly<Record<string, unknown>>, context: RowContext) => Draft;
    };

const csv = <Column extends string>(
  columns: readonly Column[],
  row: (cells: Readonly<Record<Column, string>>, context: RowContext) => Draft,
): Referrer => ({
  shape: 'csv',
  columns,
  row: (cells, context) => row(cells as Readonly<Record<Column, string>>, context),
});

export const referrers = {
  police: csv(policeColumns, policeRow),
  'youth-justice': csv(youthJusticeColumns, youthJusticeRow),
  self: { shape: 'jsonLines', columns: null, row: selfRow },
} as const satisfies Record<string, Referrer>;

export type ReferrerName = keyof typeof referrers;

/** True for the name of a referrer this service knows. */
export const isReferrer = (name: string): name is ReferrerName => Object.hasOwn(referrers, name);
