// The record of retention runs: by which rules what was removed, chained, so that a run can be proved and not be denied (R69).
import type { Id } from '#libs/case';
import { BEFORE_THE_FIRST, canonical, same, sha256 } from '#libs/hash-chain';
import type { RecordClassName, Term } from '../record-classes/classes.js';

/** The proposal a run carried out, and the two people who signed it. */
export interface Approval {
  proposalId: Id;
  proposedBy: Id;
  approvedBy: Id;
}
export interface RetentionRun {
  serviceId: Id;
  seq: number;
  /** ISO instant. */
  at: string;
  /** A member of staff, or the name of a program. */
  by: string;
  rules: { class: RecordClassName; terms: readonly Term[] }[];
  /** Class, kind and id of everything removed; never a value. */
  removed: { class: RecordClassName; kind: 'person' | 'case'; id: Id }[];
  held: number;
  /** Who proposed and who approved it; null for runs before two people were asked. */
  approval: Approval | null;
  prevHash: Uint8Array;
  hash: Uint8Array;
}

/** A run without an approval hashes as it did before there were approvals. */
const hashOf = ({ prevHash, hash: _, approval, ...said }: Omit<RetentionRun, 'hash'> & { hash?: Uint8Array }): Buffer =>
  sha256(prevHash, canonical(approval ? { ...said, approval } : said));

/** The next run after the last one. */
export function nextRun(
  last: Pick<RetentionRun, 'seq' | 'hash'> | null,
  run: Omit<RetentionRun, 'seq' | 'prevHash' | 'hash'>,
): RetentionRun {
  const entry = { ...run, seq: (last?.seq ?? 0) + 1, prevHash: last?.hash ?? BEFORE_THE_FIRST };
  return { ...entry, hash: hashOf(entry) };
}

/** What is wrong with the chain of a service's runs, oldest first; empty when it is whole. */
export function faultsInRuns(runs: readonly RetentionRun[]): string[] {
  const faults: string[] = [];
  let prev = BEFORE_THE_FIRST;
  runs.forEach((run, index) => {
    if (run.seq !== index + 1) faults.push(`run ${run.seq}: expected run ${index + 1}`);
    if (!same(run.prevHash, prev)) faults.push(`run ${run.seq}: does not follow the run before it`);
    if (!same(run.hash, hashOf(run))) faults.push(`run ${run.seq}: was changed after it was written`);
    prev = run.hash;
  });
  return faults;
}
