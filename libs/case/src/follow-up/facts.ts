// Follow-up of every participant, also of those who withdrew (R62), and what was shared with whom (R28).
import { put, type Id, type Reducers } from '../reducers.js';
import type { ContactOutcome, FollowUpPoint } from '../vocabulary/outcomes.js';

/** Participant and point. */
export type FollowUpKey = `${Id}|${FollowUpPoint}`;
export const followUpKey = (participantId: Id, point: FollowUpPoint): FollowUpKey => `${participantId}|${point}`;

export interface FollowUpFacts {
  contacts: Record<FollowUpKey, { at: string; outcome: ContactOutcome | 'notWanted' }>;
  /** Every share: with which named organisation, and when. */
  shares: readonly { participantId: Id; organisation: string; at: string; told?: boolean; agreementId?: Id }[];
}

export interface FollowUpEvents {
  'followUp.done': { participantId: Id; point: FollowUpPoint; outcome: ContactOutcome | 'notWanted' };
  'information.shared': {
    participantId: Id;
    organisation: string;
    what: Id;
    /** Whether the person was told that this was shared (R71). */
    told: boolean;
    /** The sharing agreement in force that day; casework fills it in from the service's own register (R72). */
    agreementId?: Id;
  };
}

export const begin = (): FollowUpFacts => ({ contacts: {}, shares: [] });

export const reducers: Reducers<FollowUpFacts, FollowUpEvents> = {
  'followUp.done': (s, e) => ({
    ...s,
    contacts: put(s.contacts, followUpKey(e.participantId, e.point), { at: e.at, outcome: e.outcome }),
  }),
  'information.shared': (s, e) => ({
    ...s,
    shares: [
      ...s.shares,
      {
        participantId: e.participantId,
        organisation: e.organisation,
        at: e.at,
        told: e.told,
        ...(e.agreementId === undefined ? {} : { agreementId: e.agreementId }),
      },
    ],
  }),
};
