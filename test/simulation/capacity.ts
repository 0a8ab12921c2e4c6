// What somebody who only reads the journal knows of who can decide what (R25, R94).
import type { Id, Purpose } from '#libs/case';
import { isAfter } from '#libs/time';
import type { Person } from './ledger-entries.js';
import type { Ledger } from './ledger.js';

type Found = Person['capacity'] extends Map<string, infer F> ? F : never;

/** Writes down what was found of one decision of a person's, or of every one. */
export function find(l: Ledger, e: { participantId: Id; decision?: Purpose; at: string }, found: Partial<Found>): void {
  const now = { found: 'doubted', at: e.at, againOn: null, until: null, ...found };
  l.person(e.participantId).capacity.set(e.decision ?? 'every', now);
}
/** What was found last of this decision, by itself or with every other. */
export function foundFor(person: Person, decision: string): Found | undefined {
  const [one, every] = [person.capacity.get(decision), person.capacity.get('every')];
  return one && every ? (isAfter(every.at, one.at) ? every : one) : (one ?? every);
}
/** The instant until which it is decided in their interest; null where they decide, or nobody does. */
export function bestUntil(person: Person, decision: string, at: string): string | null {
  const found = foundFor(person, decision);
  if (found?.found !== 'lacks' || found.until === null || isDue(found, at)) return null;
  return isAfter(found.until, at) ? found.until : null;
}
const isDue = (found: Found, at: string): boolean => found.againOn !== null && !isAfter(found.againOn, at);
/** Nobody can decide it: it is doubted, to be looked at again, or found lacking with nobody who decides in their interest. */
export function undecided(person: Person, decision: string, at: string): boolean {
  const found = foundFor(person, decision);
  if (!found) return false;
  if (found.found === 'doubted' || isDue(found, at)) return true;
  return found.found === 'lacks' && bestUntil(person, decision, at) === null;
}
