// The one table of mutations about a case and the event each records: a verb of the practice, and what happened.
import type { EventType } from '#libs/case';

/** Events that only the worker records, when a message went out or a deadline passed. */
export type OfTheClock = 'notice.sent' | 'deadline.passed';
/** An event that has a mutation here. `openCase` is apart (open-case.resolver.ts): there is no case yet. */
type WithMutation = Exclude<EventType, OfTheClock | 'case.opened'>;

/** Mutation to event, area by area in the order of the practice. */
export const verbs = {
  // Who takes part.
  addParticipant: 'participant.joined',
  recordLeaving: 'participant.left',
  confirmAge: 'age.confirmed',
  confirmApproach: 'approach.confirmed',
  nameAppropriateAdult: 'appropriateAdult.named',
  confirmIdentity: 'identity.confirmed',
  tellName: 'name.told',

  // The referral.
  makeOffer: 'offer.made',
  decideInvitation: 'invitation.decided',
  recordAcknowledgement: 'acknowledgement.recorded',
  recordInitiative: 'initiative.recorded',
  tellInterest: 'interest.told',
  updateJusticeStage: 'justice.updated',
  decideSuitability: 'suitability.decided',

  // Reaching people.
  recordSafeContact: 'safeContact.recorded',
  clearChannel: 'channel.cleared',
  recordNeeds: 'needs.recorded',
  attemptContact: 'contact.attempted',
  statePreference: 'preference.stated',
  answerPreference: 'preference.answered',

  // Consent and capacity.
  giveConsent: 'consent.given',
  refuseConsent: 'consent.refused',
  deferConsent: 'consent.deferred',
  withdrawConsent: 'consent.withdrawn',
  reconfirmConsent: 'consent.reconfirmed',
  doubtCapacity: 'capacity.doubted',
  assessCapacity: 'capacity.assessed',

  // Safeguarding.
  assessRisk: 'risk.assessed',
  reportRiskInformation: 'risk.informed',
  passCheckpoint: 'checkpoint.passed',
  refuseCheckpoint: 'checkpoint.refused',
  setFlag: 'flag.set',
  clearFlag: 'flag.cleared',
  raiseConcern: 'concern.raised',
  decideConcern: 'concern.decided',
  recordOrder: 'order.recorded',
  endOrder: 'order.ended',
  requireApproval: 'approval.needed',
  recordApproval: 'approval.given',
  liftRestriction: 'restriction.lifted',
  pauseCase: 'case.paused',
  resumeCase: 'case.resumed',

  // Who works on a case.
  askFacilitator: 'facilitator.asked',
  declareConflict: 'conflict.declared',
  assignFacilitator: 'facilitator.assigned',
  releaseFacilitator: 'facilitator.released',

  // Preparation.
  chooseProcess: 'process.chosen',
  holdPreparation: 'preparation.held',
  stateReadiness: 'readiness.stated',
  settleArrangement: 'arrangement.settled',
  agreeCoWorking: 'coWorking.agreed',
  beginPreparation: 'preparation.begun',
  completePreparation: 'preparation.completed',

  // The meeting, and how any process ends.
  bookConference: 'conference.booked',
  cancelConference: 'conference.cancelled',
  beginConference: 'conference.begun',
  pauseSession: 'session.paused',
  checkParticipant: 'session.checked',
  resumeSession: 'session.resumed',
  endConference: 'conference.ended',
  endExchange: 'exchange.ended',
  completeVictimOnly: 'victimOnly.completed',

  // Words that pass between the sides.
  draftWords: 'words.drafted',
  agreeWords: 'words.agreed',
  screenWords: 'words.screened',
  secondCheckWords: 'words.secondChecked',
  holdWords: 'words.held',
  passWords: 'words.passed',
  noteReceipt: 'words.receiptNoted',
  tellReceipt: 'words.receiptTold',

  // What people agree to do.
  decideAgreement: 'agreement.decided',
  proposeItem: 'item.proposed',
  checkItem: 'item.checked',
  agreeItem: 'item.agreed',
  varyItem: 'item.varied',
  recordProgress: 'item.progressed',
  tellRecipient: 'item.recipientTold',
  reportBreach: 'breach.reported',

  // The time afterwards.
  recordFollowUp: 'followUp.done',
  shareInformation: 'information.shared',

  // Closing a case and opening it again.
  closeCase: 'case.closed',
  reopenCase: 'case.reopened',
} as const satisfies Readonly<Record<string, WithMutation>>;

/** A mutation that records an event of a case. */
export type Verb = keyof typeof verbs;

// The compiler names here any event that a person may record and that has no mutation.
type Missing = Exclude<WithMutation, (typeof verbs)[Verb]>;
export const everyEventHasItsMutation: [Missing] extends [never] ? true : Missing = true;
