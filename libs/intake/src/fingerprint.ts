/** The fingerprint of a row: how the same row is known again in a later upload, whatever its spacing, encoding or column order. */
import { createHash } from 'node:crypto';
import { mended, seen } from './cells/characters.js';

/** sha256 in hex over the referrer's name and the row's cells as they are read, runs of space as one, ordered by column. */
export function fingerprintOf(referrer: string, cells: Readonly<Record<string, unknown>>, besides = ''): string {
  return createHash('sha256')
    .update(JSON.stringify([referrer, tidied(cells), ...(besides === '' ? [] : [tidied(besides)])]))
    .digest('hex');
}

function tidied(value: unknown): unknown {
  if (typeof value === 'string') return seen(mended(value)).replaceAll(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidied(inner)] as const);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
