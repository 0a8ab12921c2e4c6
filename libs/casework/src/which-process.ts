// Which process an event is about, where its teller left it out or named one that is none to them (R81).
import { checkpoints, consentPurposes, isOfProcess, isOnlyAsked, isThem, NO_ID, ownProcesses } from '#libs/case';
import type { Actor, Checkpoint, EventType, Facts, Id, Purpose } from '#libs/case';

interface Said {
  readonly type: EventType;
  readonly processId?: Id;
  readonly purpose?: Purpose;
  readonly checkpoint?: Checkpoint;
}

/** Whether an event cannot be understood without its process. What reaches a whole case as well is not among them. */
function isAboutProcess({ type, purpose, checkpoint }: Said): boolean {
  if (isOfProcess(type)) return true;
  if (purpose !== undefined) return consentPurposes[purpose].of === 'process';
  return checkpoint !== undefined && checkpoints[checkpoint].per !== 'case';
}

/** The processes that are there for an actor: for a participant, those of their own that they know of; for staff who were only asked, none. */
function known(actor: Actor, facts: Facts): Id[] {
  if (actor.kind !== 'participant') return isOnlyAsked(actor, facts) ? [] : Object.keys(facts.processes);
  return Object.entries(facts.people.participants).flatMap(([id, p]) =>
    isThem(actor, p.personId) ? ownProcesses(facts, id) : [],
  );
}

/**
 * The one that has not ended, else the only one there was; null where that does not say which. That one of two has ended is
 * told to a participant at a moment of the service's own: until they name one, neither is meant (R22).
 */
function onlyOne(actor: Actor, ids: readonly Id[], { processes }: Facts): Id | null {
  const going = actor.kind === 'participant' ? [] : ids.filter((id) => processes[id]?.ended === null);
  const [only, another] = going.length > 0 ? going : ids;
  return only !== undefined && another === undefined ? only : null;
}

/**
 * The event with its process. Decided with the case that the event is then judged by, so that the same command sent again is
 * the same command, however many processes there are by then. Where it is not clear which is meant, and where a participant
 * or somebody who sees no details names a process that is not there for them, it is one that does not exist: the case refuses it as it refuses any unknown id, and
 * nobody learns whether there is another.
 */
export function withProcess<E extends { readonly type: EventType }>(actor: Actor, event: E, facts: Facts): E {
  const said: Said = event;
  const ids = [...new Set(known(actor, facts))];
  if (said.processId === undefined)
    return isAboutProcess(said) ? { ...event, processId: onlyOne(actor, ids, facts) ?? NO_ID } : event;
  const isHidden = (actor.kind === 'participant' || isOnlyAsked(actor, facts)) && !ids.includes(said.processId);
  return isHidden ? { ...event, processId: NO_ID } : event;
}
