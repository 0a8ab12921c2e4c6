// The list behind each figure has a name that says which figure: written here, and read back here.
import {
  isUuid,
  checkpoints,
  closingReasons,
  conferenceSteps,
  doorways,
  rules,
  stages,
  suppliers,
  type Checkpoint,
  type ClosingReason,
  type ConferenceStep,
  type Door,
  type Id,
  type Rule,
  type Summary,
  type Supplier,
} from '#libs/case';
import { isCalendarDate } from '#libs/time';
import { funnelSteps, lossSteps, spans, type FunnelStep, type LossStep, type Span } from './definitions.js';
import type { Period } from './figures.js';

/** Which cases a list holds. */
export type CaseList =
  | { of: 'open' }
  | { of: 'stage'; stage: Summary['stage']; step: ConferenceStep | null }
  | { of: 'waiting'; waitingOn: Supplier; rule: Rule | null; over: boolean }
  | { of: 'unassigned' }
  | { of: 'workload'; staffId: Id }
  | { of: 'funnel'; step: FunnelStep; period: Period }
  | { of: 'span'; span: Span; period: Period }
  | { of: 'lost'; after: LossStep; reason: ClosingReason; period: Period }
  | { of: 'checkpoint'; checkpoint: Checkpoint; outcome: 'passed' | 'refused'; period: Period }
  | { of: 'deviation'; door: Door; which: 'all' | 'unreviewed'; period: Period };

const NONE = '-';
const days = ({ from, to }: Period): string => `${from}/${to}`;

/** The name of a list; the same list has the same name. */
export function nameOf(list: CaseList): string {
  switch (list.of) {
    case 'open':
    case 'unassigned':
      return list.of;
    case 'stage':
      return `stage/${list.stage}/${list.step ?? NONE}`;
    case 'waiting':
      return `waiting/${list.waitingOn}/${list.rule ?? NONE}/${list.over ? 'over' : 'all'}`;
    case 'workload':
      return `workload/${list.staffId}`;
    case 'funnel':
      return `funnel/${list.step}/${days(list.period)}`;
    case 'span':
      return `span/${list.span}/${days(list.period)}`;
    case 'lost':
      return `lost/${list.after}/${list.reason}/${days(list.period)}`;
    case 'checkpoint':
      return `checkpoint/${list.checkpoint}/${list.outcome}/${days(list.period)}`;
    case 'deviation':
      return `deviation/${list.door}/${list.which}/${days(list.period)}`;
  }
}

const among = <T extends string>(table: Readonly<Record<T, unknown>>, word: string | undefined): T | null =>
  word !== undefined && Object.hasOwn(table, word) ? (word as T) : null;
/** Where an open case can stand, and `closed`. */
const standings = { ...stages, closed: {} };
const steps = Object.fromEntries(lossSteps.map((step) => [step, step])) as Record<LossStep, LossStep>;

/** True for two days that exist, in order. */
export const isPeriod = ({ from, to }: Period): boolean => isCalendarDate(from) && isCalendarDate(to) && from <= to;

/** The list of this name; null when there is no such figure. */
export function listNamed(name: string): CaseList | null {
  const list = read(name.split('/'));
  // A name that is written differently is not a name: one list, one spelling, one kind of cursor.
  return list && nameOf(list) === name && (!('period' in list) || isPeriod(list.period)) ? list : null;
}

function read([of, a, b, c, d]: string[]): CaseList | null {
  const twice = of === 'lost' || of === 'checkpoint' || of === 'deviation';
  const period = { from: (twice ? c : b) ?? '', to: (twice ? d : c) ?? '' };
  if (of === 'open' || of === 'unassigned') return { of };
  if (of === 'workload') return a !== undefined && isUuid(a) ? { of, staffId: a } : null;
  if (of === 'stage') {
    const stage = among(standings, a);
    const step = b === NONE ? null : among(conferenceSteps, b);
    return stage && (step || b === NONE) ? { of, stage, step } : null;
  }
  if (of === 'waiting') {
    const waitingOn = among(suppliers, a);
    const rule = b === NONE ? null : among(rules, b);
    return waitingOn && (rule || b === NONE) ? { of, waitingOn, rule, over: c === 'over' } : null;
  }
  if (of === 'funnel') {
    const step = among(funnelSteps, a);
    return step && { of, step, period };
  }
  if (of === 'span') {
    const span = among(spans, a);
    return span && { of, span, period };
  }
  if (of === 'lost') {
    const [after, reason] = [among(steps, a), among(closingReasons, b)];
    return after && reason && { of, after, reason, period };
  }
  if (of === 'checkpoint') {
    const checkpoint = among(checkpoints, a);
    return checkpoint && (b === 'passed' || b === 'refused') ? { of, checkpoint, outcome: b, period } : null;
  }
  if (of === 'deviation') {
    const door = among(doorways, a);
    return door && (b === 'all' || b === 'unreviewed') ? { of, door, which: b, period } : null;
  }
  return null;
}
