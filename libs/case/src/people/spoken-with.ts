// Whether somebody has been spoken with, so that what they said can be written down (R88).
import { when, type Blocker } from '../blocker.js';
import { mayApproach } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Id, Stamp } from '../reducers.js';
import { inOwnVoice } from './informed.js';

/** Since when the service has spoken with a person about this; null where it has not. */
const firstSpokenWith = ({ contact, referral }: Facts, id: Id): string | null =>
  [contact.attempts[id]?.firstReachedAt, referral.offers[id]?.at, referral.askedThemselves[id]]
    .flatMap((at) => at ?? [])
    .toSorted()[0] ?? null;
const asked = ({ people }: Facts, id: Id): boolean => people.participants[id]?.approach === 'asked';

/** Since when something can have been explained to a person; null where they came by themselves, or that is not known. */
export const spokenWithSince = (facts: Facts, id: Id): string | null =>
  asked(facts, id) ? null : firstSpokenWith(facts, id);
/** Whether the service has spoken with a person about this, or they asked for it. */
const isSpokenWith = (facts: Facts, id: Id): boolean => asked(facts, id) || firstSpokenWith(facts, id) !== null;

/**
 * Why nobody can have heard this from a person: it was not allowed to approach them, or nobody did. What they say themselves
 * is their own asking, and a refusal would tell them of a flag (R39).
 */
export const whyNotSpokenWith = (e: { participantId: Id } & Stamp, facts: Facts): Blocker[] =>
  inOwnVoice(e, facts)
    ? []
    : [
        ...mayApproach(e.participantId, facts),
        ...when(
          !isSpokenWith(facts, e.participantId),
          'notApproached',
          e.participantId,
          'facilitator',
          facts.people.participants[e.participantId]?.joinedAt,
        ),
      ];
