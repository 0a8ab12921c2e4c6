// Which concern somebody's words belong to, where they see no details of the case: never one that others raised (R37, R42).
import { seesDetails, type Actor, type EventType, type Facts, type Id, type Settings } from '#libs/case';
import { idFrom } from './id-from.js';

interface Raised {
  readonly type: EventType;
  readonly concernId: Id;
  readonly about?: Id;
  readonly processId?: Id;
  readonly on?: string;
}
const isRaised = (event: { readonly type: EventType }): event is Raised => event.type === 'concern.raised';

/**
 * The event with the concern it belongs to. What a participant writes within a short time of a concern of theirs that is still
 * open, about the same, is more of it: every word is kept in the journal, and the safeguarding lead is told once. An id that staff who were
 * only asked give is theirs alone: whether it is taken would tell what was raised.
 */
export function withOwnConcern<E extends { readonly type: EventType }>(
  actor: Actor,
  event: E,
  facts: Facts,
  at: string,
  settings: Settings,
): E {
  if (!isRaised(event)) return event;
  if (actor.kind === 'participant') {
    const concernId = openConcernOf(actor.id, event, facts, at, settings);
    return concernId === undefined ? event : { ...event, concernId };
  }
  if (seesDetails(actor, facts)) return event;
  return { ...event, concernId: idFrom(`${actor.id} concern ${event.concernId}`) };
}

/** The concern that this person raised a short while ago about the same, while it waits for its decision. */
function openConcernOf(by: Id, { about, processId, on }: Raised, { safeguarding }: Facts, at: string, s: Settings) {
  if (on !== undefined) return undefined;
  const earliest = Date.parse(at) - s.concernGatherMinutes * 60_000;
  return Object.entries(safeguarding.concerns).find(
    ([, one]) =>
      one.by === by &&
      one.decision === null &&
      one.participantId === (about ?? null) &&
      one.processId === (processId ?? null) &&
      Date.parse(one.at) > earliest,
  )?.[0];
}
