// The hash chain: each entry of a case's journal is bound to the one before it.
import { inTodaysWords, type CaseEvent, type Id } from '#libs/case';
import { BEFORE_THE_FIRST, canonical, same, sha256 } from '#libs/hash-chain';

/** An event without its stamp and name: what the journal keeps beside `at`, `by` and `type`. */
export type Payload = Record<string, unknown>;

/** One entry as it is stored. `hash` = sha256(prevHash, canonical JSON of caseId, seq, at, by, type, event). */
export interface JournalEntry {
  caseId: Id;
  seq: number;
  /** ISO instant, milliseconds. */
  at: string;
  by: Id;
  type: CaseEvent['type'];
  event: Payload;
  prevHash: Uint8Array;
  hash: Uint8Array;
}

/** The hash an entry must have, given what it says and the hash before it. */
export const entryHash = (entry: Omit<JournalEntry, 'hash'>): Buffer => {
  const { caseId, seq, at, by, type, event, prevHash } = entry;
  return sha256(prevHash, canonical({ caseId, seq, at, by, type, event }));
};

/** The next entry of a case whose last entry has this hash. */
export function nextEntry(caseId: Id, seq: number, event: CaseEvent, prevHash: Uint8Array): JournalEntry {
  const { at, by, type, ...payload } = event;
  const entry = { caseId, seq, at, by, type, event: payload, prevHash };
  return { ...entry, hash: entryHash(entry) };
}

/** The event an entry records, in today's words whatever version wrote it. */
export const eventOf = (entry: Pick<JournalEntry, 'at' | 'by' | 'type' | 'event'>): CaseEvent =>
  inTodaysWords({ ...entry.event, type: entry.type, at: entry.at, by: entry.by });

/** What is wrong with a journal, entry by entry; empty when the chain holds and has no gap. */
export function faultsIn(entries: readonly JournalEntry[]): { seq: number; fault: string }[] {
  const faults: { seq: number; fault: string }[] = [];
  let prev = BEFORE_THE_FIRST;
  entries.forEach((entry, index) => {
    if (entry.seq !== index + 1) faults.push({ seq: entry.seq, fault: `expected seq ${index + 1}` });
    if (!same(entry.prevHash, prev)) faults.push({ seq: entry.seq, fault: 'does not follow the entry before it' });
    if (!same(entry.hash, entryHash(entry))) faults.push({ seq: entry.seq, fault: 'was changed after it was written' });
    prev = entry.hash;
  });
  return faults;
}
