// The shapes of the figures: each number with how many it is known of, and the name of the list behind it.
import type {
  Blocker,
  Checkpoint,
  ClosingReason,
  ConferenceStep,
  Door,
  EventType,
  Id,
  Rule,
  Summary,
  Supplier,
} from '#libs/case';
import type { FunnelStep, LossStep, MeasureName, Span } from './definitions.js';

/** First and last day, 'YYYY-MM-DD', both included, by the clocks of London. */
export interface Period {
  from: string;
  to: string;
}
/** How many; `list` asks for the cases behind it. */
export interface Count {
  measure: MeasureName;
  count: number;
  list: string;
}
/** A median in days with one decimal; null when nothing is known, never 0 (R75). */
export interface Median {
  measure: Span;
  days: number | null;
  known: number;
  of: number;
  list: string;
}
/** Distinct persons of one side; known for the cases with a person of that side on record, of all cases of the step. */
export interface Persons {
  count: number;
  known: number;
  of: number;
}

export interface StageFigure extends Count {
  stage: Summary['stage'];
  step: ConferenceStep | null;
}
/** Cases that wait for the same thing. Instants are ISO text. */
export interface WaitingFigure extends Count {
  waitingOn: Supplier;
  /** Null when nothing stands before the step: it only has to be taken. */
  rule: Rule | null;
  longestSince: string;
  over: Count;
}
export type LimitName = 'firstContactWorkingDays' | 'stageLimitWorkingDays';
/** One case that waits: how long, against which limit, both in working days. */
export interface WaitingCase extends ListedCase {
  nextStep: EventType | null;
  waitingOn: Supplier;
  rule: Rule | null;
  since: string;
  waited: number;
  limit: number;
  limitName: LimitName;
  over: boolean;
}

/** What a list shows of a case: no person, no free word. */
export interface ListedCase {
  caseId: Id;
  reference: string;
  stage: Summary['stage'];
  step: ConferenceStep | null;
  openedAt: string;
  closedAt: string | null;
  leadId: Id | null;
}
/** A facilitator and one case: whether they could lead it, and if not, every reason. */
export interface Candidate {
  staffId: Id;
  could: boolean;
  /** They have not yet said whether they are connected, and must before they are assigned (R42). */
  declarationDue: boolean;
  reasons: Blocker[];
}
export interface UnassignedCase extends ListedCase {
  sensitive: boolean;
  candidates: Candidate[];
}

/** What a facilitator carries. Null is not known, never none (R75). */
export interface Workload {
  staffId: Id;
  level: string | null;
  points: number;
  limit: number | null;
  overLimit: boolean | null;
  openCases: number;
  sensitiveCases: number;
  lastSupervision: string | null;
  supervisionDue: string | null;
  supervisionOverdue: boolean | null;
  registeredUntil: string | null;
  registrationOverdue: boolean | null;
  list: string;
}

export interface StepFigure extends Count {
  step: FunnelStep;
  harmed: Persons;
  responsible: Persons;
}
export interface LossFigure extends Count {
  after: LossStep;
  reason: ClosingReason;
}
export interface Funnel {
  period: Period;
  steps: StepFigure[];
  medians: Median[];
  losses: LossFigure[];
}
export interface CheckpointFigure {
  checkpoint: Checkpoint;
  passed: Count;
  refused: Count;
}
/** What was done though this door was shut, and how much of it nobody has reviewed yet (R95). */
export interface DeviationFigure {
  door: Door;
  recorded: Count;
  unreviewed: Count;
}
