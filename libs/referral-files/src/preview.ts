// What taking a file would do, before anything is taken. Pure.
import { sheetOf, type ReadFile, type Sheet } from '#libs/intake';

export interface FilePreview {
  readonly rows: number;
  /** Rows that would be taken, and the referrals they make. */
  readonly wouldBeTaken: number;
  readonly referrals: number;
  /** Rows that are there already, in this file or from an earlier one. */
  readonly before: number;
  /** Rows that would go back, in the order of the file. */
  readonly returned: readonly { readonly line: number; readonly reason: string }[];
  /** Rows that the mapping does not want. */
  readonly passedOver: number;
  /** The first referrals as they would be taken, one page each. */
  readonly sample: readonly Sheet[];
  /** What staff should know of the rows that would be taken: each once, with the number of rows. */
  readonly remarks: readonly { readonly rule: string | null; readonly says: string; readonly count: number }[];
}

/** As many as a person looks through to see whether a mapping is right. */
const SAMPLE = 10;
const keptBeside = 'Values could not be taken and are kept beside the referral in their original text.';

/** `known`: fingerprints of rows that an earlier file brought. */
export function previewOf(read: ReadFile, known: ReadonlySet<string>): FilePreview {
  const marks = read.referrals.flatMap(({ rows }) => rows);
  const before = marks.filter(({ fingerprint }) => known.has(fingerprint)).length;
  const remarks = new Map<string, { rule: string | null; says: string; count: number }>();
  for (const { rule, message } of read.warnings) {
    const says = rule === null ? keptBeside : message;
    const remark = remarks.get(says) ?? { rule, says, count: 0 };
    remarks.set(says, { ...remark, count: remark.count + 1 });
  }
  return {
    rows: read.rows,
    wouldBeTaken: marks.length - before,
    referrals: read.referrals.filter(({ rows }) => rows.some(({ fingerprint }) => !known.has(fingerprint))).length,
    before: before + read.duplicates.length,
    returned: read.rejected.map(({ line, reason }) => ({ line, reason })),
    passedOver: read.passedOver.length,
    sample: read.referrals.slice(0, SAMPLE).map(sheetOf),
    remarks: [...remarks.values()].toSorted((a, b) => b.count - a.count),
  };
}
