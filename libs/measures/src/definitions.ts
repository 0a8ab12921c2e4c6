// What every figure counts, in one place: a new way of counting is a new version of its row (R73).
import { endings, type EventType } from '#libs/case';

/** The one field of an event that figures count by: the journal's `word` (schema/migrations). */
export const words = {
  'contact.attempted': 'outcome',
  'suitability.decided': 'suitable',
  'process.typeChosen': 'processType',
  'conference.ended': 'how',
  'conference.recorded': 'how',
  'case.closed': 'reason',
  'checkpoint.passed': 'checkpoint',
  'checkpoint.refused': 'checkpoint',
  'deviation.reviewed': 'deviationId',
} as const satisfies Partial<Record<EventType, string>>;

/** One kind of journal entry that a figure counts, on the day on which it happened (R95). */
export interface Mark {
  type: EventType;
  /** Its word must be this, or one of these. */
  is?: string;
  among?: readonly string[];
  /** What the kind last chosen before it for its own process is (R81). */
  process?: 'direct' | 'indirect';
  /** It counts no longer once this has happened later in the same case; the last one counts, not the first. */
  until?: EventType;
}
/** What a figure is measured in. */
export type Unit = 'cases' | 'persons' | 'days' | 'points' | 'signOffs' | 'deviations' | 'workingDays';
/** `version` rises when the counting changes; `marks` are the dated events it counts, none for figures of where cases stand now. */
export interface Definition {
  version: number;
  says: string;
  unit: Unit;
  marks?: readonly Mark[];
}

const delivering = Object.entries(endings).flatMap(([how, { delivers }]) => (delivers ? [how] : []));
const held = (process: 'direct' | 'indirect'): Mark[] =>
  (['conference.ended', 'conference.recorded'] as const).map((type) => ({ type, among: delivering, process }));

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
    version: 2,
    unit: 'cases',
    says: 'Of those referred, cases in which a meeting of a direct process ended as planned or in part (conference.ended, conference.recorded). Each process counts by its own kind: a case with a meeting and a letter counts here and under indirect.',
    marks: held('direct'),
  },
  deliveredIndirect: {
    version: 2,
    unit: 'cases',
    says: 'Of those referred, cases in which something was passed on (communication.passed), or a meeting of an indirect process ended as planned or in part (conference.ended, conference.recorded). Each process counts by its own kind.',
    marks: [...held('indirect'), { type: 'communication.passed' }],
  },
  deliveredHarmedOnly: {
    version: 2,
    unit: 'cases',
    says: 'Of those referred, cases in which work with the person harmed alone was completed in a process (harmedOnly.completed).',
    marks: [{ type: 'harmedOnly.completed' }],
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
  arrangedToDirect: span('arranged', 'deliveredDirect', 'from preparation completed to the end of a direct meeting'),
  arrangedToIndirect: span(
    'arranged',
    'deliveredIndirect',
    'from preparation completed to the first of an indirect process that was passed on or held',
  ),
  suitableToHarmedOnly: span(
    'suitable',
    'deliveredHarmedOnly',
    'from being found suitable to work with the person harmed alone completed',
  ),
  directToClosed: span('deliveredDirect', 'closed', 'from the end of a direct meeting to closing'),
  indirectToClosed: span('deliveredIndirect', 'closed', 'from what was first passed on or held indirectly to closing'),
  harmedOnlyToClosed: span(
    'deliveredHarmedOnly',
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
    version: 2,
    unit: 'cases',
    says: 'Open cases by the stage, and the step of the meeting, in which their last event left their most pressing process; closed ones apart.',
  },
  waiting: {
    version: 2,
    unit: 'cases',
    says: 'Open cases by who can supply what stands first before the next step of their most pressing process, and by which rule, since the date that rule names.',
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
    version: 2,
    unit: 'persons',
    says: 'Distinct persons harmed and distinct persons responsible in the cases of a step who had not left the case before it (participant.left); of what was delivered, those of them who were members of a process that delivered it and had not left that (member.left); known for cases with anybody of that side so counted.',
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
  deviations: {
    version: 1,
    unit: 'deviations',
    says: 'Things that happened in the period though a door was shut, by that door, each counted on the day on which it happened, whenever it was recorded.',
  },
  deviationsUnreviewed: {
    version: 1,
    unit: 'deviations',
    says: 'Of those, the ones that neither a supervisor nor the safeguarding lead has reviewed (deviation.reviewed).',
    marks: [{ type: 'deviation.reviewed' }],
  },
} as const satisfies Record<string, Definition>;

/** Every figure there is. */
export const definitions = { ...others, ...funnelSteps, ...spans } as const;
export type MeasureName = keyof typeof definitions;

/** The events of one figure. */
export const marksOf = (name: FunnelStep | 'checkpointPassed' | 'checkpointRefused'): readonly Mark[] =>
  definitions[name].marks;
