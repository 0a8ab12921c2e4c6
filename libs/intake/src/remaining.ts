/** What of a referral is new when some of its rows were taken with an earlier file. */
import type { Referral } from './referral.js';

/**
 * The referral without the people whose rows are all among `taken`, the responsible ones kept for the link;
 * null when every row was taken before. Rows stay row marks, so that what is new can be told from `rows`.
 */
export function remaining(referral: Referral, taken: ReadonlySet<string>): Referral | null {
  const rows = referral.rows.filter((row) => !taken.has(row.fingerprint));
  if (rows.length === 0) return null;
  if (rows.length === referral.rows.length) return referral;
  const isNew = (fingerprints: readonly string[]): boolean =>
    fingerprints.some((fingerprint) => !taken.has(fingerprint));
  return { ...referral, rows, people: referral.people.filter((one) => one.role === 'responsible' || isNew(one.rows)) };
}
