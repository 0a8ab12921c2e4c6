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
  recordConflict: 'conflict.recorded',
  confirmIdentity: 'identity.confirmed',
  doubtIdentity: 'identity.doubted',
  tellName: 'name.told',

  // The referral.
  makeOffer: 'offer.made',
  decideInvitation: 'invitation.decided',
  recordAcknowledgement: 'acknowledgement.recorded',
  takeBackAcknowledgement: 'acknowledgement.takenBack',
  recordInitiative: 'initiative.recorded',
  tellInterest: 'interest.told',
  updateJusticeStage: 'justice.updated',
  recordWords: 'words.received',
  confirmWordsRead: 'words.read',

  // Reaching people.
  recordSafeContact: 'safeContact.recorded',
  clearChannel: 'channel.cleared',
  recordNeeds: 'needs.recorded',
  attemptContact: 'contact.attempted',
  statePreference: 'preference.stated',
  answerPreference: 'preference.answered',
  askHelp: 'help.asked',
  answerHelp: 'help.answered',

  // Consent and capacity.
  giveConsent: 'consent.given',
  refuseConsent: 'consent.refused',
  deferConsent: 'consent.deferred',
  withdrawConsent: 'consent.withdrawn',
  reconfirmConsent: 'consent.reconfirmed',
  recordView: 'view.recorded',
  doubtCapacity: 'capacity.doubted',
  assessCapacity: 'capacity.assessed',
  decideBestInterests: 'bestInterests.decided',
  endBestInterests: 'bestInterests.ended',

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
  recordCustody: 'custody.recorded',
  endCustody: 'custody.ended',
  requireApproval: 'approval.needed',
  recordApproval: 'approval.given',
  pauseCase: 'case.paused',
  liftFreeze: 'freeze.lifted',
  reviewDeviation: 'deviation.reviewed',

  // Who works on a case.
  askFacilitator: 'facilitator.asked',
  declareConflict: 'conflict.declared',
  assignFacilitator: 'facilitator.assigned',
  releaseFacilitator: 'facilitator.released',

  // The processes of a case, and their members.
  openProcess: 'process.opened',
  splitProcess: 'process.split',
  decideSuitability: 'suitability.decided',
  chooseProcessType: 'process.typeChosen',
  endProcess: 'process.ended',
  addMember: 'member.joined',
  recordMemberLeaving: 'member.left',
  replaceMember: 'member.replaced',

  // Preparation.
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
  stepOut: 'session.steppedOut',
  pauseSession: 'session.paused',
  checkParticipant: 'session.checked',
  resumeSession: 'session.resumed',
  endConference: 'conference.ended',
  recordConference: 'conference.recorded',
  endExchange: 'exchange.ended',
  completeHarmedOnly: 'harmedOnly.completed',

  // What passes between the sides.
  draftCommunication: 'communication.drafted',
  agreeCommunication: 'communication.agreed',
  screenCommunication: 'communication.screened',
  secondCheckCommunication: 'communication.secondChecked',
  holdCommunication: 'communication.held',
  takeBackCommunication: 'communication.takenBack',
  passCommunication: 'communication.passed',
  noteReceipt: 'communication.receiptNoted',
  tellReceipt: 'communication.receiptTold',

  // What people agree to do.
  decideAgreement: 'agreement.decided',
  proposeItem: 'item.proposed',
  checkItem: 'item.checked',
  agreeItem: 'item.agreed',
  varyItem: 'item.varied',
  recordProgress: 'item.progressed',
  tellRecipient: 'item.recipientTold',
  reportNotKept: 'item.notKeptReported',

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
