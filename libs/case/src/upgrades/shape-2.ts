// The facts of a case as version 2 stored them: frozen here, so that the upgrade is read against what it upgrades.
import type { AgreementFacts } from '../agreement/facts.js';
import type { ClosingFacts } from '../closing/facts.js';
import type { Consent, ConsentFacts } from '../consent/facts.js';
import type { ContactFacts } from '../contact/facts.js';
import type { FacilitatorFacts } from '../facilitators/facts.js';
import type { FollowUpFacts } from '../follow-up/facts.js';
import type { PeopleFacts } from '../people/facts.js';
import type { PreparationFacts } from '../preparation/facts.js';
import type { ReferralFacts } from '../referral/facts.js';
import type { Id } from '../reducers.js';
import type { Concern, Order, SafeguardingFacts } from '../safeguarding/facts.js';
import type { SignOffFacts } from '../safeguarding/sign-offs.js';
import type { SharingFacts } from '../sharing/facts.js';
import type { Booking, Session } from '../conference/facts.js';
import type { Communication } from '../communication/facts.js';
import type { SuitabilityFacts } from '../suitability/facts.js';

type Voided = { at: string; because: string } | null;
export interface Version2 {
  caseId: Id;
  serviceId: Id;
  openedAt: string;
  learnt: number;
  stageSince: string;
  people: Omit<PeopleFacts, 'participants'> & {
    participants: Record<Id, Omit<PeopleFacts['participants'][Id], 'leftBecause'>>;
  };
  referral: Omit<ReferralFacts, 'acknowledgementEnded'> & { suitability: SuitabilityFacts['decided'] };
  contact: ContactFacts;
  consent: {
    consents: Record<string, Omit<Consent, 'voided' | 'standsOnAdult' | 'bestInterestsUntil'> & { voided: Voided }>;
    capacity: ConsentFacts['capacity'];
  };
  safeguarding: Pick<SafeguardingFacts, 'assessments' | 'flags' | 'cleared'> & {
    informedAt: string | null;
    signOffs: SignOffFacts['signed'];
    approvals: SignOffFacts['approvals'];
    concerns: Record<Id, Omit<Concern, 'participantId' | 'processId'> & { about: Id | null }>;
    orders: Record<Id, Omit<Order, 'towards'>>;
    indirectOnly: boolean;
    stoppedAt: string | null;
    pausedAt: string | null;
    pausedForSafety: boolean;
  };
  facilitators: FacilitatorFacts;
  preparation: PreparationFacts & { process: { type: string; at: string; by: Id } | null };
  conference: {
    booking: Omit<Booking, 'changedAt'> | null;
    session: Omit<Session, 'present'> | null;
    calledOff: (Omit<Booking, 'changedAt'> & { at: string }) | null;
    held: readonly {
      begunAt: string | null;
      endedAt: string;
      how: 'asPlanned' | 'partly' | 'stopped';
      attended: readonly Id[];
    }[];
  };
  exchange: {
    words: Record<Id, Omit<Communication, 'draftedAt' | 'held' | 'how'> & { held: { at: string; reason: Id } | null }>;
  };
  agreement: AgreementFacts;
  followUp: FollowUpFacts & SharingFacts;
  closing: ClosingFacts;
  post: {
    queued: Record<
      Id,
      {
        to: Id;
        template: 'meetingBooked' | 'notGoingAhead' | 'caseClosed' | 'feedback';
        about: string | null;
        queuedAt: string;
        startsAt: string | null;
      }
    >;
    sent: number;
    passed: Record<string, string>;
  };
}
