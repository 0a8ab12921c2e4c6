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
      /** How many columns at the end may be lacking where they are blank. */
      mayLack: number;
      row: (cells: Readonly<Record<string, string>>, context: RowContext) => Draft;
    }
  | {
      shape: 'json';
      columns: null;
      row: (cells: Readonly<Record<string, unknown>>, context: RowContext) => Draft;
    };

const csv = <Column extends string>(
  columns: readonly Column[],
  mayLack: number,
  row: (cells: Readonly<Record<Column, string>>, context: RowContext) => Draft,
): Referrer => ({
  shape: 'csv',
  columns,
  mayLack,
  row: (cells, context) => row(cells as Readonly<Record<Column, string>>, context),
});

export const referrers = {
  // Of the police's columns the officer and the notes may be blank, of the other's the reason and the adult.
  police: csv(policeColumns, 2, policeRow),
  'youth-justice': csv(youthJusticeColumns, 2, youthJusticeRow),
  self: { shape: 'json', columns: null, row: selfRow },
} as const satisfies Record<string, Referrer>;

export type ReferrerName = keyof typeof referrers;

/** True for the name of a referrer this service knows. */
export const isReferrer = (name: string): name is ReferrerName => Object.hasOwn(referrers, name);
