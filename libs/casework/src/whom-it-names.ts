// Whom an event names, where its teller sees no details of the case: themselves, or nobody they could know to be there (R42, R67).
import { isOnlyAsked, isThem, NO_ID, type Actor, type EventType, type Facts, type Id } from '#libs/case';

/**
 * The event as its teller can mean it. A participant knows no id in a case but their own, and staff who were only asked know
 * none: any other is one that does not exist, and is refused as any unknown id is, so that nobody learns whether it stands for
 * somebody.
 */
export function withKnownPerson<E extends { readonly type: EventType }>(actor: Actor, event: E, facts: Facts): E {
  const { about } = event as { readonly about?: Id };
  if (event.type !== 'concern.raised' || about === undefined) return event;
  if (actor.kind !== 'participant') return isOnlyAsked(actor, facts) ? { ...event, about: NO_ID } : event;
  const personId = facts.people.participants[about]?.personId;
  return personId !== undefined && isThem(actor, personId) ? event : { ...event, about: NO_ID };
}
