// What was shared about a person with whom (R28, R71, R72).
import { happenedAt, type Id, type Reducers } from '../reducers.js';

export interface SharingFacts {
  /** Every share: with which named organisation, and when. */
  shares: readonly { participantId: Id; organisation: string; at: string; told?: boolean; agreementId?: Id }[];
}
export interface SharingEvents {
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

export const begin = (): SharingFacts => ({ shares: [] });

export const reducers: Reducers<SharingFacts, SharingEvents> = {
  'information.shared': (s, e) => ({
    ...s,
    shares: [
      ...s.shares,
      {
        participantId: e.participantId,
        organisation: e.organisation,
        at: happenedAt(e),
        told: e.told,
        ...(e.agreementId === undefined ? {} : { agreementId: e.agreementId }),
      },
    ],
  }),
};
