// Judges what one person tells a case at one moment: each event as the ones before it left the case, all of them or none.
import {
  decide,
  isThem,
  may,
  seesDetails,
  speaksUninformed,
  whoMay,
  type Actor,
  type Blocker,
  type CaseEvent,
  type Effect,
  type Facts,
  type Refusal,
  type Settings,
  type StoredCase,
} from '#libs/case';
import { serviceScope } from '#libs/database';
import type { Refused } from './answers.js';
import type { Happening, UnstampedEvent } from './happening.js';
import { eventOf, nextEntry, type JournalEntry } from './journal.js';
import type { CaseFile, CaseStore, Clock } from './ports.js';
import { withRegisters } from './registers.js';
import { withProcess } from './which-process.js';
import { withOwnConcern } from './own-concern.js';
import { withKnownPerson } from './whom-it-names.js';

/** A case after everything that was told: `told` as the journal keeps it, one event for each happening. */
export interface Judged {
  ok: true;
  next: StoredCase;
  told: CaseEvent[];
  entries: JournalEntry[];
  effects: Effect[];
}

/**
 * What these happenings make of a case, in their order, at one instant. The first that is refused refuses them all; where
 * there are several, the refusal says which.
 */
export async function judge(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  file: CaseFile,
  happenings: readonly Happening[],
): Promise<Judged | Refused> {
  const at = stampFor(clock, file);
  const judged: Judged = { ok: true, next: file.stored, told: [], entries: [], effects: [] };
  const before = await journalFor(
    store,
    file,
    happenings.map(({ event }) => event),
  );
  for (const [which, { event: happening }] of happenings.entries()) {
    const { facts } = judged.next;
    const refused = (refusal: Refusal): Refused => ({
      ...refusal,
      ...(happenings.length > 1 && { which }),
      ...(actor.kind === 'participant' && { language: languageOf(actor, facts) }),
    });
    const said = stamped(at, actor, happening, facts, file.settings);
    if (!mayTell(actor, said, facts)) return refused(notPermitted(actor, said, facts));
    const { event, missing } = await withRegisters(store, actor.serviceId, said, facts);
    const journal = before && [...before, ...judged.told];
    const decision = withMissing(decide(judged.next, event, file.settings, journal), missing);
    if (!decision.ok) return refused(decision);
    const last = judged.entries.at(-1);
    const [seq, hash] = [(last?.seq ?? file.revision) + 1, last?.hash ?? file.lastHash];
    judged.entries.push(nextEntry(file.id, seq, decision.event, hash));
    judged.told.push(decision.event);
    judged.effects.push(...decision.effects);
    judged.next = decision.next;
  }
  return judged;
}

/** What happened earlier is judged by its own day, for which the whole journal is read; nothing else needs it (R95). */
export const journalFor = async (
  store: CaseStore,
  { id, serviceId, revision }: CaseFile,
  events: readonly { on?: string }[],
): Promise<CaseEvent[] | null> =>
  events.every(({ on }) => on === undefined)
    ? null
    : (await store.journal(serviceScope(serviceId), id, { revision })).map(eventOf);

/** What the registers lack stands before the event like any other blocker, after those of the case itself. */
function withMissing<D extends { ok: true }>(decision: D | Refusal, missing: readonly Blocker[]): D | Refusal {
  if (missing.length === 0 || (!decision.ok && decision.why !== 'blocked')) return decision;
  return { ok: false, why: 'blocked', blockers: [...(decision.ok ? [] : decision.blockers), ...missing] };
}

/** What a participant reads, as they said in this case; null where they were not asked yet. */
const languageOf = (actor: Actor, { people, contact }: Facts): string | null =>
  Object.entries(people.participants)
    .filter(([, { personId }]) => isThem(actor, personId))
    .map(([id]) => contact.needs[id]?.language)
    .find((language) => language !== undefined) ?? null;

/** Who may: what depends on the case is said to those alone who see its details (R42). */
const notPermitted = (actor: Actor, event: CaseEvent, facts: Facts): Refusal => ({
  ok: false,
  why: 'not-permitted',
  blockers: [],
  whoMay: whoMay(event, seesDetails(actor, facts) ? facts : null),
});

/** Who may say it, and knows that they may: a part they are not told of is not theirs to speak for (R4, R9). */
const mayTell = (actor: Actor, event: CaseEvent, facts: Facts): boolean =>
  may(actor, event, facts) &&
  !speaksUninformed(actor, facts, 'participantId' in event ? event.participantId : undefined);

// A case's own time never runs backwards, whatever the clocks of two servers say: its journal is read by instant.
const stampFor = (clock: Clock, file: CaseFile): string => {
  const now = clock().toISOString();
  return now < file.updatedAt ? file.updatedAt : now;
};
// Without the facilitator's record: whether a person works here is looked up only for an actor who may assign.
const stamped = (at: string, actor: Actor, happening: UnstampedEvent, facts: Facts, settings: Settings): CaseEvent => {
  const meant = withKnownPerson(actor, withProcess(actor, happening, facts), facts);
  return { ...withOwnConcern(actor, meant, facts, at, settings), at, by: actor.id } as CaseEvent;
};
