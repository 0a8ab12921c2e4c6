// Coded answers and reasons: how an attempt, a session, an item and a case can end.

/** How a contact went; an unsafe or wrong-person attempt freezes the channel (R12). */
export const contactOutcomes = {
  reached: { unsafe: false, says: 'Spoke with the person' },
  noReply: { unsafe: false, says: 'No reply' },
  messageLeft: { unsafe: false, says: 'Safe message left' },
  wrongPerson: { unsafe: true, says: 'Somebody else answered' },
  unsafe: { unsafe: true, says: 'It was not safe' },
} as const satisfies Record<string, { unsafe: boolean; says: string }>;
export type ContactOutcome = keyof typeof contactOutcomes;

/** What a person said to the offer of information (practice.md stage 0). */
export const offerAnswers = { yes: {}, notNow: {}, no: {}, noReply: {} } as const satisfies Record<string, object>;
export type OfferAnswer = keyof typeof offerAnswers;

/** How a meeting or exchange ended. */
export const processEnds = {
  asPlanned: { says: 'As planned' },
  partly: { says: 'In part' },
  stopped: { says: 'Stopped' },
} as const satisfies Record<string, { says: string }>;
export type ProcessEnd = keyof typeof processEnds;

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
  breached: { done: true },
} as const satisfies Record<string, { done: boolean }>;
export type ItemOutcome = keyof typeof itemOutcomes;

/** Whether an agreement was made; "none wanted" is a success like any other (R55). */
export const agreementOutcomes = { made: {}, noneWanted: {}, notReached: {} } as const satisfies Record<string, object>;
export type AgreementOutcome = keyof typeof agreementOutcomes;

/** Why a case closes (R8). No case closes under an open concern: it is decided first; `delivered` needs a process that took place. */
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

/** Messages that the case can ask the post to send: the consents each hangs on; `neutral`: the same words whatever the cause (R22). */
export const notices = {
  meetingBooked: { needs: ['contact', 'prepare', 'takePart'], neutral: false, says: 'When and where the meeting is' },
  notGoingAhead: { needs: ['contact'], neutral: true, says: 'This will not be going ahead at the moment' },
  caseClosed: { needs: ['contact'], neutral: true, says: 'Our work with you on this has come to an end' },
  feedback: { needs: ['contact', 'survey'], neutral: true, says: 'How was it for you?' },
} as const;
export type NoticeTemplate = keyof typeof notices;

/** What one person may be told about another, each by a recorded decision and with that person's consent (R9, R50, R58, R67). */
export const releases = {
  interest: { says: 'The other person is interested' },
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
