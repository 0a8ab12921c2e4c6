// Checkpoints, freezes, decisions on concerns, and orders (practice.md section 3): safeguarding as rows.
import type { Settings } from '../settings.js';
import type { Door } from './stages.js';

/** Who can supply what a door waits for. `supervisor` and `facilitator` are duties on the case, `participant` the person themselves. */
export const suppliers = {
  facilitator: { says: 'the facilitator' },
  supervisor: { says: 'the case supervisor' },
  safeguardingLead: { says: 'the safeguarding lead' },
  manager: { says: 'a manager' },
  coordinator: { says: 'a coordinator' },
  participant: { says: 'the person themselves' },
  clock: { says: 'time' },
} as const satisfies Record<string, { says: string }>;
export type Supplier = keyof typeof suppliers;

/** When a checkpoint row applies; judged in safeguarding/applies.ts. */
export type Applies = 'always' | 'sensitive' | 'abuseDirect' | 'highRisk' | 'capacityDoubt' | 'delivered' | 'notKept';
/** When what a sign-off is about is in reach, so that it can be made (R87); judged in safeguarding/reach.ts. */
export type Reach =
  | 'always'
  | 'spokenWith'
  | 'capacityAssessed'
  | 'typeChosen'
  | 'assessed'
  | 'lastDays'
  | 'today'
  | 'agreedBySender'
  | 'delivered'
  | 'notKept';
/** What else than new information makes a sign-off lapse, because it is what the sign-off was about (R87). */
export type LapsesWith = 'type' | 'members' | 'booking' | 'text' | 'risk' | 'capacity' | 'delivery';
interface CheckpointRow {
  asks: string;
  /** Doors it stands before. */
  before: readonly Door[];
  /** One sign-off for the whole case, for a process, for each person on its sides, for each communication, or for each agreed item. */
  per: 'case' | 'process' | 'party' | 'communication' | 'item';
  applies: Applies;
  reach: Reach;
  lapsesWith: readonly LapsesWith[];
  /** Setting that says how long it lasts, and how it counts: spans of 24 hours, working days, or days of the calendar (the first is the day of signing); null: until new information. */
  lasts: { setting: keyof Settings; counts: 'days' | 'workingDays' | 'daysOfTheCalendar' } | null;
  signedBy: readonly Supplier[];
  /** What the signer must have found, each by name (R36). */
  findings: readonly string[];
}

export const checkpoints = {
  referral: {
    asks: 'Is it safe to make first contact?',
    before: ['approach', 'consent'],
    per: 'case',
    applies: 'always',
    reach: 'always',
    lapsesWith: [],
    lasts: null,
    signedBy: ['coordinator', 'supervisor', 'safeguardingLead', 'manager'],
    findings: [],
  },
  sensitiveFirstContact: {
    asks: 'Does the supervisor agree to first contact in a sensitive case?',
    before: ['approach'],
    per: 'case',
    applies: 'sensitive',
    reach: 'always',
    lapsesWith: [],
    lasts: null,
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  firstMeeting: {
    asks: 'After the first meeting: is it safe for this person to go on?',
    before: ['preparation'],
    per: 'party',
    applies: 'always',
    reach: 'spokenWith',
    lapsesWith: [],
    lasts: { setting: 'checkpointDays', counts: 'days' },
    signedBy: ['supervisor', 'safeguardingLead', 'coordinator'],
    findings: [],
  },
  capacity: {
    asks: 'Is the decision on capacity sound?',
    before: ['preparation', 'arrange', 'book', 'begin', 'pass'],
    per: 'party',
    applies: 'capacityDoubt',
    reach: 'capacityAssessed',
    lapsesWith: ['capacity'],
    lasts: null,
    signedBy: ['safeguardingLead'],
    findings: [],
  },
  processChoice: {
    asks: 'Is this kind of process right and safe?',
    before: ['arrange', 'book', 'begin', 'pass'],
    per: 'process',
    applies: 'always',
    reach: 'typeChosen',
    lapsesWith: ['type', 'members'],
    lasts: { setting: 'checkpointDays', counts: 'days' },
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  abuseGate: {
    asks: 'Is a direct process safe after abuse?',
    before: ['arrange', 'book', 'begin'],
    per: 'process',
    applies: 'abuseDirect',
    reach: 'typeChosen',
    lapsesWith: ['type', 'members'],
    lasts: { setting: 'checkpointDays', counts: 'days' },
    signedBy: ['safeguardingLead'],
    findings: ['agencyEnquiries', 'noOngoingRisk', 'childrensNeeds'],
  },
  highRisk: {
    asks: 'Is the risk of this person acceptable with what mitigates it?',
    before: ['arrange', 'book', 'begin', 'pass'],
    per: 'party',
    applies: 'highRisk',
    reach: 'assessed',
    lapsesWith: ['risk'],
    lasts: { setting: 'checkpointDays', counts: 'days' },
    signedBy: ['safeguardingLead'],
    findings: [],
  },
  sensitiveProcess: {
    asks: 'Does the supervisor agree to the process in a sensitive case?',
    before: ['book', 'begin', 'pass'],
    per: 'process',
    applies: 'sensitive',
    reach: 'typeChosen',
    lapsesWith: ['type', 'members'],
    lasts: { setting: 'checkpointDays', counts: 'days' },
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  beforeMeeting: {
    asks: 'In the last days before: is everybody ready and safe to meet?',
    before: ['begin'],
    per: 'process',
    applies: 'always',
    reach: 'lastDays',
    lapsesWith: ['type', 'members', 'booking'],
    lasts: { setting: 'beforeMeetingWorkingDays', counts: 'workingDays' },
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  dayOf: {
    asks: 'Today: is it safe to begin?',
    before: ['begin'],
    per: 'process',
    applies: 'always',
    reach: 'today',
    lapsesWith: ['type', 'members', 'booking'],
    lasts: { setting: 'dayOfDays', counts: 'daysOfTheCalendar' },
    // nobody who holds the meeting alone signs for it: where supervisor and lead are away that day, the office does
    signedBy: ['facilitator', 'supervisor', 'safeguardingLead', 'coordinator', 'manager'],
    findings: [],
  },
  beforePassing: {
    asks: 'Is it safe to pass this on?',
    before: ['pass'],
    per: 'communication',
    applies: 'always',
    reach: 'agreedBySender',
    lapsesWith: ['type', 'text'],
    lasts: { setting: 'beforePassingDays', counts: 'days' },
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  afterProcess: {
    asks: 'Afterwards: is everybody safe?',
    before: ['end'],
    per: 'process',
    applies: 'delivered',
    reach: 'delivered',
    lapsesWith: ['delivery'],
    lasts: null,
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
  notKept: {
    asks: 'Something agreed was not kept: is the person harmed safe?',
    before: ['reportNotKept'],
    per: 'item',
    applies: 'notKept',
    reach: 'notKept',
    lapsesWith: [],
    lasts: null,
    signedBy: ['supervisor', 'safeguardingLead'],
    findings: [],
  },
} as const satisfies Record<string, CheckpointRow>;
export type Checkpoint = keyof typeof checkpoints;

/**
 * What can hold a case, a process or everything about one person, and who ends it (R84). `freezes`: progress and contact of
 * substance stop; what is left is no direct process.
 */
export const freezeKinds = {
  concern: { freezes: true, says: 'A safeguarding concern is open' },
  pause: { freezes: true, says: 'Paused' },
  stop: { freezes: true, says: 'Stopped' },
  indirectOnly: { freezes: false, says: 'No direct process' },
} as const satisfies Record<string, { freezes: boolean; says: string }>;
export type FreezeKind = keyof typeof freezeKinds;

/** What the safeguarding lead may decide on a concern (practice.md section 3, escalation). */
export const concernDecisions = {
  continue: { leaves: null, refers: false, says: 'Go on' },
  mitigate: { leaves: null, refers: false, says: 'Go on with what mitigates it' },
  indirectOnly: { leaves: 'indirectOnly', refers: false, says: 'No direct process' },
  pause: { leaves: 'pause', refers: false, says: 'Pause' },
  stop: { leaves: 'stop', refers: false, says: 'Stop' },
  stopAndRefer: { leaves: 'stop', refers: true, says: 'Stop, and refer to a statutory service' },
} as const satisfies Record<string, { leaves: FreezeKind | null; refers: boolean; says: string }>;
export type ConcernDecision = keyof typeof concernDecisions;
