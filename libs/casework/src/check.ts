// Whether a case is whole: its journal a chain without gap, and everything stored about it the fold of that journal.
import { BrokenJournal, fold, NewerMachine, upgrade, type Id, type Stored } from '#libs/case';
import { canonical, same } from '#libs/hash-chain';
import { differing, type BesideFacts } from './listed.js';
import { eventOf, faultsIn, type JournalEntry } from './journal.js';

/** A case as it is stored, for comparison with its journal. */
export interface StoredForCheck {
  id: Id;
  revision: number;
  lastHash: Uint8Array;
  stored: Stored;
  beside: BesideFacts;
}
/** What is wrong with a case, and at which entry; `seq` 0 is the case row itself. */
export interface Fault {
  caseId: Id;
  seq: number;
  fault: string;
}

/** Everything wrong with one case; empty when it is whole. */
export function faultsOf(stood: StoredForCheck, entries: readonly JournalEntry[]): Fault[] {
  const say = (seq: number, fault: string): Fault => ({ caseId: stood.id, seq, fault });
  const last = entries.at(-1);
  const chain = faultsIn(entries).map(({ seq, fault }) => say(seq, fault));
  if (!last) return [say(0, 'has no journal')];
  if (last.seq !== stood.revision)
    chain.push(say(last.seq, `is the last entry, but the case is at revision ${stood.revision}`));
  if (!same(last.hash, stood.lastHash)) chain.push(say(last.seq, 'is not the entry the case ends in'));
  if (chain.length > 0) return chain;
  try {
    const folded = fold(entries.map(eventOf));
    const now = upgrade(stood.stored);
    if (canonical([folded.state, folded.facts]) !== canonical([now.state, now.facts]))
      return [say(0, 'state or facts are not the fold of the journal')];
    return differing(now, stood.beside).map((column) => say(0, `${column} is not what the facts say`));
  } catch (error) {
    if (error instanceof BrokenJournal) return [say(error.seq, error.message)];
    if (error instanceof NewerMachine) return [say(0, error.message)];
    // One case that cannot be read hides no other; its facts may stand in the message.
    return [say(0, 'cannot be read')];
  }
}
