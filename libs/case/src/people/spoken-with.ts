// Whether somebody has been spoken with, so that what they said can be written down (R88).
import { when, type Blocker } from '../blocker.js';
import { mayApproach } from '../contact/rules.js';
import type { Facts } from '../facts.js';
import type { Id, Stamp } from '../reducers.js';
import { inOwnVoice } from './informed.js';

/** Whether the service has spoken with a person about this, or they asked for it. */
const isSpokenWith = ({ people, contact, referral }: Facts, id: Id): boolean =>
  people.participants[id]?.approach === 'asked' ||
  contact.attempts[id]?.firstReachedAt != null ||
  referral.offers[id] !== undefined ||
  referral.askedThemselves[id] !== undefined;

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
