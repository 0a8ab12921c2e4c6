// Whether a case is there for a person at all: from when the service has spoken with them about it (R4, R9).
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isHidden } from './departed.js';
import { isThem, type Actor } from '../positions.js';
import { neutralMoment } from '../notifications/moments.js';
import type { Settings } from '../settings.js';
import { isAfter } from '#libs/time';

/**
 * Whether the service has spoken with this participant about the case, or they asked for it. Before that it is not there
 * for them: that somebody has begun a case is the other side's to make known, or the service's. Nor is it there for somebody
 * who was named by mistake (R92).
 */
export function isInformed(facts: Facts, id: Id): boolean {
  const { people, contact, referral, consent } = facts;
  const approach = people.participants[id]?.approach;
  if (approach === undefined || approach === 'objected' || isHidden(facts, id)) return false;
  return (
    approach === 'asked' ||
    Object.keys(consent.consents).some((key) => key.startsWith(`${id}|`)) ||
    contact.attempts[id]?.firstReachedAt != null ||
    referral.offers[id] !== undefined ||
    referral.askedThemselves[id] !== undefined
  );
}

const partsOf = (facts: Facts, actor: Actor): Id[] =>
  Object.entries(facts.people.participants).flatMap(([id, p]) => (isThem(actor, p.personId) ? [id] : []));

/** Whether an actor may know that there is this case: a participant who takes a part in it that they are told of, and all others. */
export const isThereFor = (actor: Actor, facts: Facts): boolean =>
  actor.kind !== 'participant' || partsOf(facts, actor).some((id) => isInformed(facts, id));

/** Whether an actor speaks as a participant whom they do not know themselves to be: as little theirs as anybody else's. */
export const speaksUninformed = (actor: Actor, facts: Facts, about: Id | undefined): boolean =>
  actor.kind === 'participant' &&
  about !== undefined &&
  partsOf(facts, actor).includes(about) &&
  !isInformed(facts, about);

/** Something that somebody said: who, when, and the participant it is about. */
interface Spoken {
  readonly by: Id;
  readonly at: string;
  readonly participantId?: Id;
}

/** Whether somebody says this of themselves, and nobody for them. */
export const inOwnVoice = (said: object & Omit<Spoken, 'participantId'>, facts: Facts): boolean => {
  const { by, participantId } = said as Spoken;
  return participantId !== undefined && facts.people.participants[participantId]?.personId === by;
};

/**
 * Whether a person speaks who is not told yet that the case closed: they are heard as before, because a refusal would tell
 * them, at the moment of the closing and not of the service's own (R22).
 */
export const doesNotKnowOfClosing = (said: Omit<Spoken, 'participantId'>, facts: Facts, settings: Settings): boolean =>
  facts.closing.closed !== null &&
  inOwnVoice(said, facts) &&
  isAfter(neutralMoment(facts.closing.closed.at, settings), said.at);
