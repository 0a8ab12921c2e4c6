/** The fingerprint of a row: how the same row is known again in a later upload, whatever its spacing, encoding or column order. */
import { createHash } from 'node:crypto';

/** sha256 in hex over the referrer's name and the row's cells, in Unicode NFC with runs of space as one, ordered by column. */
export function fingerprintOf(referrer: string, cells: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(JSON.stringify([referrer, tidied(cells)]))
    .digest('hex');
}

function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidied(inner)] as const);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
