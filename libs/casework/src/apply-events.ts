// Several events of one case decided one after the other, to be written as one.
import {
  decide,
  may,
  type Actor,
  type CaseEvent,
  type Effect,
  type Id,
  type Refusal,
  type Settings,
  type StoredCase,
} from '#libs/case';
import { nextEntry, type JournalEntry } from './journal.js';

/** Where a case stands before further events: what it is, how many entries its journal has, and the hash of the last. `journal` is asked for where one of the events is recorded late. */
export interface StartingPoint {
  caseId: Id;
  stored: StoredCase;
  seq: number;
  hash: Uint8Array;
  journal?: readonly CaseEvent[] | null;
}
export interface AppliedEvents {
  ok: true;
  next: StoredCase;
  effects: Effect[];
  entries: JournalEntry[];
}

/** Tells a case these events in order. The first refusal refuses them all. Events are stamped already. */
export function applyEvents(
  actor: Actor,
  { caseId, stored, seq, hash, journal = null }: StartingPoint,
  events: readonly CaseEvent[],
  settings: Settings,
): AppliedEvents | Refusal {
  const lived: AppliedEvents = { ok: true, next: stored, effects: [], entries: [] };
  const told: CaseEvent[] = [];
  for (const event of events) {
    if (!may(actor, event, lived.next.facts)) return { ok: false, why: 'not-permitted', blockers: [] };
    const decision = decide(lived.next, event, settings, journal && [...journal, ...told]);
    if (!decision.ok) return decision;
    told.push(decision.event);
    const last = lived.entries.at(-1);
    lived.next = decision.next;
    lived.effects.push(...decision.effects);
    lived.entries.push(nextEntry(caseId, (last?.seq ?? seq) + 1, decision.event, last?.hash ?? hash));
  }
  return lived;
}
