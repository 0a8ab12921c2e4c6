// Coded answers and reasons: how an attempt, a session, an item, a process and a case can end.
import type { Supplier } from './safeguarding.js';
import type { Door } from './stages.js';

/** How a contact went; an unsafe or wrong-person attempt freezes the channel (R12). */
export const contactOutcomes = {
  reached: { unsafe: false, says: 'Spoke with the person' },
  noReply: { unsafe: false, says: 'No reply' },
  messageLeft: { unsafe: false, says: 'Safe message left' },
  wrongPerson: { unsafe: true, says: 'Somebody else answered' },
  unsafe: { unsafe: true, says: 'It was not safe' },
} as const satisfies Record<string, { unsafe: boolean; says: string }>;
export type ContactOutcome = keyof typeof contactOutcomes;

/** What a contact is for. Only contact of substance stops under a freeze (R84). */
export const contactAims = {
  substance: { door: 'approach', says: 'The process itself' },
  welfare: { door: 'reachOut', says: 'How the person is' },
  meetingOff: { door: 'reachOut', says: 'That a meeting does not take place' },
  closing: { door: 'reachOut', says: 'That the work has ended' },
} as const satisfies Record<string, { door: Door; says: string }>;
export type ContactAim = keyof typeof contactAims;

/**
 * Why somebody leaves a case or a process, and what follows (R92). `ownWord`: they said so themselves. `contact`: they may
 * still be contacted. `askAgain`: they may be asked again. `followUp`: they are followed up (R62). `hidden`: they are taken
 * out of everybody's view, as far as the law lets. `ofPerson`: true of them in every process. `tells`: who has something to do.
 */
interface LeavingRow {
  ownWord: boolean;
  contact: boolean;
  askAgain: boolean;
  followUp: boolean;
  hidden: boolean;
  ofPerson: boolean;
  tells: Supplier | null;
  says: string;
}
const staysReachable = {
  ownWord: false,
  contact: true,
  askAgain: true,
  followUp: false,
  hidden: false,
  ofPerson: false,
  tells: null,
};
const outOfReach = { ...staysReachable, contact: false, askAgain: false, tells: 'coordinator' } as const;
export const leavingReasons = {
  notNow: { ...staysReachable, ownWord: true, followUp: true, says: 'Not now' },
  declined: { ...staysReachable, ownWord: true, askAgain: false, followUp: true, says: 'Does not want it' },
  noReply: { ...staysReachable, says: 'No reply' },
  moved: { ...staysReachable, tells: 'coordinator', says: 'Moved away' },
  unsafe: { ...outOfReach, tells: 'safeguardingLead', says: 'Not safe' },
  died: { ...outOfReach, ofPerson: true, says: 'Has died' },
  wronglyNamed: { ...outOfReach, hidden: true, ofPerson: true, tells: 'manager', says: 'Was named by mistake' },
  other: { ...staysReachable, followUp: true, says: 'Another reason' },
} as const satisfies Record<string, LeavingRow>;
export type LeavingReason = keyof typeof leavingReasons;

/** What a person said to the offer of information (practice.md stage 0). */
export const offerAnswers = { yes: {}, notNow: {}, no: {}, noReply: {} } as const satisfies Record<string, object>;
export type OfferAnswer = keyof typeof offerAnswers;

/** How a meeting or exchange ended. `delivers`: something took place that counts. An adjourned meeting is arranged again. */
export const endings = {
  asPlanned: { delivers: true, says: 'As planned' },
  partly: { delivers: true, says: 'In part' },
  stopped: { delivers: false, says: 'Stopped' },
  adjourned: { delivers: false, says: 'Adjourned' },
} as const satisfies Record<string, { delivers: boolean; says: string }>;
export type Ending = keyof typeof endings;

/** How what passes between the sides reached its receiver (R90). */
export const deliveries = {
  handedOver: { says: 'Handed over' },
  readAloud: { says: 'Read to them' },
  played: { says: 'Played to them' },
  sent: { says: 'Sent, as they had asked' },
} as const satisfies Record<string, { says: string }>;
export type DeliveryMethod = keyof typeof deliveries;

/** Coded reasons for a pause in session (R40). */
export const pauseReasons = {
  distress: {},
  safety: {},
  request: {},
  technical: {},
  concern: {},
  other: {},
} as const satisfies Record<string, object>;
export type PauseReason = keyof typeof pauseReasons;

/** Kinds of items in an agreement (practice.md section 6). */
export const itemKinds = {
  apology: {},
  payment: {},
  unpaidWork: {},
  course: {},
  behaviour: {},
  contactRules: {},
  questionsAnswered: {},
  other: {},
} as const satisfies Record<string, object>;
export type ItemKind = keyof typeof itemKinds;
export const itemOutcomes = {
  completed: { done: true },
  partly: { done: false },
  notCompleted: { done: true },
  notKept: { done: true },
} as const satisfies Record<string, { done: boolean }>;
export type ItemOutcome = keyof typeof itemOutcomes;

/** Whether an agreement was made; "none wanted" is a success like any other (R55). */
export const agreementOutcomes = { made: {}, noneWanted: {}, notReached: {} } as const satisfies Record<string, object>;
export type AgreementOutcome = keyof typeof agreementOutcomes;

/** Why a process ends or a case closes (R8). Neither ends under an open concern: it is decided first; `delivered` needs something that took place (R87). */
export const closingReasons = {
  delivered: { success: true, says: 'The process took place' },
  noProcessWanted: { success: false, says: 'A person did not want it' },
  withdrawn: { success: false, says: 'A person withdrew' },
  noReply: { success: false, says: 'A person could not be reached' },
  unsuitable: { success: false, says: 'Found unsuitable' },
  unsafe: { success: false, says: 'Not safe' },
  notAcknowledged: { success: false, says: 'No acknowledgement of the basic facts' },
  transferred: { success: false, says: 'Passed to another service' },
  duplicate: { success: false, says: 'The same case was already held' },
  other: { success: false, says: 'Another reason, told' },
} as const satisfies Record<string, { success: boolean; says: string }>;
export type ClosingReason = keyof typeof closingReasons;
/** Whose side a closing came from; `withheld` is always allowed (R8, R22). */
export const closingSides = {
  harmed: {},
  responsible: {},
  both: {},
  service: {},
  withheld: {},
} as const satisfies Record<string, object>;
export type ClosingSide = keyof typeof closingSides;

/** Points after a process, or after a withdrawal, at which each person is contacted (R62); the days are settings. */
export const followUpPoints = {
  days3: { setting: 'followUpFirstDays' },
  weeks2: { setting: 'followUpSecondDays' },
  weeks6: { setting: 'followUpThirdDays' },
  months6: { setting: 'followUpFourthDays' },
} as const;
export type FollowUpPoint = keyof typeof followUpPoints;

interface NoticeRow {
  /** Consents it hangs on, each of its receiver: without them it is not sent. */
  needs: readonly ('contact' | 'prepare' | 'takePart' | 'survey')[];
  /** The same words whatever the cause, at moments of the service's own (R22). */
  neutral: boolean;
  /** Whether a concern, a pause or a stop holds it: it carries the process on (R84). */
  freezes: boolean;
  /** When it falls: with the booking it speaks of; when its receiver is booked again; when work goes on; never. */
  falls: 'bookingChanges' | 'bookedAgain' | 'workGoesOn' | 'never';
  says: string;
}
/** Messages that the case can ask to be sent. */
export const notices = {
  meetingBooked: {
    needs: ['contact', 'prepare', 'takePart'],
    neutral: false,
    freezes: true,
    falls: 'bookingChanges',
    says: 'When and where the meeting is',
  },
  attendeesChanged: {
    needs: ['contact', 'prepare', 'takePart'],
    neutral: true,
    freezes: true,
    falls: 'bookingChanges',
    says: 'Who will be at the meeting has changed',
  },
  meetingOff: {
    needs: [],
    neutral: true,
    freezes: false,
    falls: 'bookedAgain',
    says: 'This will not be going ahead at the moment',
  },
  workEnded: {
    needs: [],
    neutral: true,
    freezes: false,
    falls: 'workGoesOn',
    says: 'Our work with you on this has come to an end',
  },
  feedback: { needs: ['contact', 'survey'], neutral: true, freezes: true, falls: 'never', says: 'How was it for you?' },
} as const satisfies Record<string, NoticeRow>;
export type NoticeTemplate = keyof typeof notices;

/** What one person may be told about another, each by a recorded decision and with that person's consent (R9, R50, R58, R67). */
export const releases = {
  interest: { says: 'Somebody on the other side is interested' },
  received: { says: 'What you sent was received' },
  read: { says: 'What you sent was read' },
  name: { says: 'Somebody who would attend lets you know their name' },
  outcome: { says: 'Something that was agreed has gone on' },
} as const satisfies Record<string, { says: string }>;
export type ReleaseKind = keyof typeof releases;

/** Where a referral comes from, and whose wish it was (R8, practice.md section 8). */
export const referralSources = {
  police: {},
  youthJustice: {},
  self: {},
  probation: {},
  prison: {},
  victimService: {},
  court: {},
  otherSide: {},
  other: {},
} as const satisfies Record<string, object>;
export type ReferralSource = keyof typeof referralSources;
export const initiators = {
  harmed: {},
  responsible: {},
  police: {},
  probation: {},
  youthJustice: {},
  service: {},
  other: {},
  unknown: {},
} as const satisfies Record<string, object>;
export type Initiator = keyof typeof initiators;
/** Where criminal proceedings stand. */
export const justiceStages = {
  notReported: {},
  investigation: {},
  charged: {},
  preSentence: {},
  outOfCourt: {},
  community: {},
  custody: {},
  noFurtherAction: {},
  unknown: {},
} as const satisfies Record<string, object>;
export type JusticeStage = keyof typeof justiceStages;
