// What every figure counts, in one place: a new way of counting is a new version of its row (R73).
import type { EventType } from '#libs/case';

/** The one field of an event that figures count by: the journal's `word` (schema/migrations). */
export const words = {
  'contact.attempted': 'outcome',
  'suitability.decided': 'suitable',
  'process.chosen': 'processType',
  'conference.ended': 'how',
  'exchange.ended': 'how',
  'case.closed': 'reason',
  'checkpoint.passed': 'checkpoint',
  'checkpoint.refused': 'checkpoint',
} as const satisfies Partial<Record<EventType, string>>;

/** One kind of journal entry that a figure counts. */
export interface Mark {
  type: EventType;
  /** Its word must be this, or must not be that. */
  is?: string;
  not?: string;
  /** The kind of process last chosen before it. */
  process?: 'direct' | 'indirect';
  /** It counts no longer once this has happened later in the same case; the last one counts, not the first. */
  until?: EventType;
}
/** What a figure is measured in. */
export type Unit = 'cases' | 'persons' | 'days' | 'points' | 'signOffs' | 'workingDays';
/** `version` rises when the counting changes; `marks` are the dated events it counts, none for figures of where cases stand now. */
export interface Definition {
  version: number;
  says: string;
  unit: Unit;
  marks?: readonly Mark[];
}

const ended = (process: 'direct' | 'indirect'): Mark[] =>
  (['conference.ended', 'exchange.ended'] as const).map((type) => ({ type, not: 'stopped', process }));

/** The steps from referral to closing, in order. A case counts at a step once, on the date of the first event that marks it (R74). */
export const funnelSteps = {
  referred: {
    version: 1,
    unit: 'cases',
    says: 'Cases opened in the period (case.opened). Every other step counts these cases only.',
    marks: [{ type: 'case.opened' }],
  },
  contacted: {
    version: 1,
    unit: 'cases',
    says: 'Of those, cases with a first two-way contact (contact.attempted, reached). Persons: those who were reached themselves.',
    marks: [{ type: 'contact.attempted', is: 'reached' }],
  },
  suitable: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases ever found suitable (suitability.decided, suitable).',
    marks: [{ type: 'suitability.decided', is: 'true' }],
  },
  prepared: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases in which preparation began (preparation.begun).',
    marks: [{ type: 'preparation.begun' }],
  },
  arranged: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases in which preparation was completed, so that a process is arranged (preparation.completed).',
    marks: [{ type: 'preparation.completed' }],
  },
  deliveredDirect: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases in which a direct process ended as planned or in part (conference.ended, exchange.ended, not stopped).',
    marks: ended('direct'),
  },
  deliveredIndirect: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases in which an indirect process ended as planned or in part (conference.ended, exchange.ended, not stopped).',
    marks: ended('indirect'),
  },
  deliveredVictimOnly: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases in which work with the person harmed alone was completed (victimOnly.completed).',
    marks: [{ type: 'victimOnly.completed' }],
  },
  closed: {
    version: 1,
    unit: 'cases',
    says: 'Of those referred, cases whose last closing was not followed by a reopening (case.closed, case.reopened).',
    marks: [{ type: 'case.closed', until: 'case.reopened' }],
  },
} as const satisfies Record<string, Definition>;
export type FunnelStep = keyof typeof funnelSteps;

/** The furthest step before a case closed without a process; `delivered` is any of the three, named so and never counted (R74). */
export const lossSteps = ['referred', 'contacted', 'suitable', 'prepared', 'arranged', 'delivered'] as const;
export type LossStep = (typeof lossSteps)[number];

const span = (from: FunnelStep, to: FunnelStep, words: string) =>
  ({
    version: 1,
    unit: 'days',
    says: `Median days ${words}; known for the cases that have both dates in this order, of those that reached the later step.`,
    from,
    to,
  }) as const;
/** Times between two steps. */
export const spans = {
  referredToContacted: span('referred', 'contacted', 'from referral to first two-way contact'),
  contactedToSuitable: span('contacted', 'suitable', 'from first two-way contact to being found suitable'),
  suitableToPrepared: span('suitable', 'prepared', 'from being found suitable to the beginning of preparation'),
  preparedToArranged: span('prepared', 'arranged', 'from the beginning of preparation to its completion'),
  arrangedToDirect: span('arranged', 'deliveredDirect', 'from preparation completed to the end of a direct process'),
  arrangedToIndirect: span(
    'arranged',
    'deliveredIndirect',
    'from preparation completed to the end of an indirect process',
  ),
  suitableToVictimOnly: span(
    'suitable',
    'deliveredVictimOnly',
    'from being found suitable to work with the person harmed alone completed',
  ),
  directToClosed: span('deliveredDirect', 'closed', 'from the end of a direct process to closing'),
  indirectToClosed: span('deliveredIndirect', 'closed', 'from the end of an indirect process to closing'),
  victimOnlyToClosed: span(
    'deliveredVictimOnly',
    'closed',
    'from work with the person harmed alone completed to closing',
  ),
  referredToClosed: span('referred', 'closed', 'from referral to closing'),
} as const satisfies Record<string, Definition & { from: FunnelStep; to: FunnelStep }>;
export type Span = keyof typeof spans;

/** Figures that are neither a step nor a span. */
const others = {
  openCases: { version: 1, unit: 'cases', says: 'Cases that are not closed now.' },
  stages: {
    version: 1,
    unit: 'cases',
    says: 'Open cases by the stage, and the step of the conference, in which their last event left them; closed ones apart.',
  },
  waiting: {
    version: 1,
    unit: 'cases',
    says: 'Open cases by who can supply what stands first before their next step, and by which rule, since the date that rule names.',
  },
  waitingOver: {
    version: 1,
    unit: 'workingDays',
    says: 'Of those, cases that have waited more working days of England and Wales than their limit: the limit of first contact while nobody has been tried (no contact.attempted), else the limit of a stage.',
  },
  unassigned: {
    version: 1,
    unit: 'cases',
    says: 'Open cases that nobody leads (no facilitator.assigned as lead in force).',
  },
  workload: {
    version: 1,
    unit: 'points',
    says: 'Weighted points of the open cases a facilitator has been assigned to or has declared for, against their limit.',
  },
  persons: {
    version: 1,
    unit: 'persons',
    says: 'Distinct persons harmed and distinct persons responsible in the cases of a step who had not left the case before it (participant.left); known for cases with anybody of that side on record.',
  },
  lost: {
    version: 1,
    unit: 'cases',
    says: 'Closed cases of the funnel whose last closing gave another reason than delivered, by the furthest step they had reached and by that reason.',
  },
  checkpointPassed: {
    version: 1,
    unit: 'signOffs',
    says: 'Sign-offs given in the period (checkpoint.passed), each time counted.',
    marks: [{ type: 'checkpoint.passed' }],
  },
  checkpointRefused: {
    version: 1,
    unit: 'signOffs',
    says: 'Sign-offs refused in the period (checkpoint.refused), each time counted.',
    marks: [{ type: 'checkpoint.refused' }],
  },
} as const satisfies Record<string, Definition>;

/** Every figure there is. */
export const definitions = { ...others, ...funnelSteps, ...spans } as const;
export type MeasureName = keyof typeof definitions;

/** The events of one figure. */
export const marksOf = (name: FunnelStep | 'checkpointPassed' | 'checkpointRefused'): readonly Mark[] =>
  definitions[name].marks;
