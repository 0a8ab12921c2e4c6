/** Which rows of a file are wanted: a records system exports everything. */
import { foldName } from '#libs/matching';
import type { Mapping } from './mapping.js';

/** Why a row is not wanted: the column, for staff, without what stands in it. Null for a row that is. */
export function passedOver(cells: Readonly<Record<string, unknown>>, { choose }: Mapping): string | null {
  for (const { column, is, isNot, atLeast, atMost } of choose) {
    const value = String(cells[column] ?? '');
    const word = folded(value);
    const number = Number(value);
    const isOutside =
      (atLeast !== undefined || atMost !== undefined) &&
      (value.trim() === '' || Number.isNaN(number) || number < (atLeast ?? -Infinity) || number > (atMost ?? Infinity));
    if ((is && !is.some((one) => folded(one) === word)) || isNot?.some((one) => folded(one) === word) || isOutside)
      return column;
  }
  return null;
}

// A blank cell is a word too: "" may be asked for.
const folded = (text: string): string => foldName(text) || text.trim().toLowerCase();
