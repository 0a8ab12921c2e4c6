// How a case began: source, offences, what was offered, and whether people acknowledge what happened.
import { happenedAt, isOvertaken, put, without, type Id, type Reducers } from '../reducers.js';
import type { Initiator, JusticeStage, OfferAnswer, ReferralSource } from '../vocabulary/outcomes.js';
import type { OffenceKind, RiskFlag } from '../vocabulary/risk.js';

export interface ReferralFacts {
  source: ReferralSource;
  initiator: Initiator;
  offences: readonly { offenceId: Id; kind: OffenceKind }[];
  receivedAt: string;
  /** When the crime was reported, 'YYYY-MM-DD'; null when it was not, or is not known (R3). */
  reportedOn: string | null;
  justiceStage: JusticeStage;
  /** Sentence date, 'YYYY-MM-DD', of a case before sentence (R61). */
  courtDate: string | null;
  /** Offers of information, latest for each participant (R1). */
  offers: Record<Id, { at: string; answer: OfferAnswer }>;
  /** Whether each person harmed is invited, with decider and reason (R6). */
  invitations: Record<Id, { at: string; by: Id; invite: boolean; reason: Id }>;
  /** Acknowledgement of the basic facts, by whom and how obtained (R31). */
  acknowledged: Record<Id, { at: string; by: Id; how: Id }>;
  /** When it was last taken back: what was said before, and is written down later, does not count (R86, R95). */
  acknowledgementEnded: Record<Id, { at: string }>;
  /** Participants harmed who asked for it themselves after somebody else began it (R4). */
  askedThemselves: Record<Id, string>;
  /** Interest that one person let another know of (R9, R91): `whose|to whom` to when. */
  interestTold: Record<string, string>;
  /** Whether the referrer or the service must decide on inviting each person harmed (R6). */
  invitationNeeded: boolean;
  /** Since when words that came with the referral, or after it, wait to be read; absent when none do. */
  wordsUnread?: { at: string };
}

/** What opens a case. */
export interface CaseOpened {
  caseId: Id;
  serviceId: Id;
  /** The process that every case begins with (R81). */
  processId: Id;
  source: ReferralSource;
  initiator: Initiator;
  offences: readonly { offenceId: Id; kind: OffenceKind }[];
  flags?: readonly RiskFlag[];
  reportedOn?: string;
  justiceStage?: JusticeStage;
  courtDate?: string;
  /** True when the referrer must say whether each person harmed is to be invited, with reasons (R6). */
  invitationNeeded?: boolean;
}

export interface ReferralEvents {
  'offer.made': { participantId: Id; answer: OfferAnswer; language?: string };
  'invitation.decided': { participantId: Id; invite: boolean; reason: Id };
  'acknowledgement.recorded': { participantId: Id; how: Id };
  /** A person no longer acknowledges the basic facts (R86). */
  'acknowledgement.takenBack': { participantId: Id; reason: Id };
  /** Written down for somebody: from whom it is known, and why it is believed (R4). */
  'initiative.recorded': { participantId: Id; source?: Id; reason?: Id };
  'interest.told': { participantId: Id; to: Id };
  /** Words came from the referrer, with the referral or later: a note, a letter, a call. */
  'words.received': { text: Id };
  /** All words that came were read; `finding`: what they give cause to heed. */
  'words.read': { finding?: Id };
  'justice.updated': { justiceStage: JusticeStage; courtDate?: string };
}

export const begin = (e: CaseOpened & { at: string }): ReferralFacts => ({
  source: e.source,
  initiator: e.initiator,
  offences: e.offences,
  receivedAt: e.at,
  reportedOn: e.reportedOn ?? null,
  justiceStage: e.justiceStage ?? 'unknown',
  courtDate: e.courtDate ?? null,
  offers: {},
  invitations: {},
  acknowledged: {},
  acknowledgementEnded: {},
  askedThemselves: {},
  interestTold: {},
  invitationNeeded: e.invitationNeeded ?? false,
});

export const reducers: Reducers<ReferralFacts, ReferralEvents> = {
  'offer.made': (s, e) => ({ ...s, offers: put(s.offers, e.participantId, { at: e.at, answer: e.answer }) }),
  'invitation.decided': (s, e) => ({
    ...s,
    invitations: put(s.invitations, e.participantId, { at: e.at, by: e.by, invite: e.invite, reason: e.reason }),
  }),
  'acknowledgement.recorded': (s, e) =>
    isOvertaken(e, s.acknowledgementEnded[e.participantId])
      ? s
      : { ...s, acknowledged: put(s.acknowledged, e.participantId, { at: happenedAt(e), by: e.by, how: e.how }) },
  'acknowledgement.takenBack': (s, e) => ({
    ...s,
    acknowledged: without(s.acknowledged, e.participantId),
    acknowledgementEnded: put(s.acknowledgementEnded, e.participantId, { at: e.at }),
  }),
  'initiative.recorded': (s, e) => ({ ...s, askedThemselves: put(s.askedThemselves, e.participantId, e.at) }),
  'interest.told': (s, e) => ({ ...s, interestTold: put(s.interestTold, `${e.participantId}|${e.to}`, e.at) }),
  'words.received': (s, e) => ({ ...s, wordsUnread: s.wordsUnread ?? { at: e.at } }),
  'words.read': ({ wordsUnread: _, ...s }) => s,
  'justice.updated': (s, e) => ({ ...s, justiceStage: e.justiceStage, courtDate: e.courtDate ?? s.courtDate }),
};
