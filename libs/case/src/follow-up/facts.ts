// Follow-up of everybody who had part in a process, also of those who withdrew (R62).
import { happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { ContactOutcome, FollowUpPoint } from '../vocabulary/outcomes.js';

/** Participant and point. */
export type FollowUpKey = `${Id}|${FollowUpPoint}`;
export const followUpKey = (participantId: Id, point: FollowUpPoint): FollowUpKey => `${participantId}|${point}`;

export interface FollowUpFacts {
  contacts: Record<FollowUpKey, { at: string; outcome: ContactOutcome | 'notWanted' }>;
}
export interface FollowUpEvents {
  /** `early`: a text that says why it was done before its day, where it was (R87). */
  'followUp.done': {
    processId: Id;
    participantId: Id;
    point: FollowUpPoint;
    outcome: ContactOutcome | 'notWanted';
    early?: Id;
  };
}

export const begin = (): FollowUpFacts => ({ contacts: {} });

export const reducers: Reducers<FollowUpFacts, FollowUpEvents> = {
  'followUp.done': (s, e) => ({
    contacts: put(s.contacts, followUpKey(e.participantId, e.point), { at: happenedAt(e), outcome: e.outcome }),
  }),
};
