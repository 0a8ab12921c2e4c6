// What the figures need of the database: postgres/ reads it. Everything is asked for one service and never reaches another.
import type { Facts, Id, Settings } from '#libs/case';
import type { FacilitatorRecord, StaffRow } from '#libs/staff';
import type { Listed, Page } from '#libs/database';
import type { FunnelStep, LossStep, Span } from './definitions.js';
import type {
  CheckpointFigure,
  DeviationFigure,
  LimitName,
  ListedCase,
  Period,
  Persons,
  StageFigure,
  WaitingCase,
  WaitingFigure,
} from './figures.js';
import type { CaseList } from './lists.js';

/** Who reads which service: cursors are bound to the reader. */
export interface Reader {
  id: Id;
  serviceId: Id;
}
/** For each limit, the day before which waiting is over it. */
export type Cutoffs = Record<LimitName, string>;

export type StageRow = Pick<StageFigure, 'stage' | 'step' | 'count'>;
export type WaitingRow = Pick<WaitingFigure, 'waitingOn' | 'rule' | 'count' | 'longestSince'> & { over: number };
export type WaitingCaseRow = ListedCase &
  Pick<WaitingCase, 'nextStep' | 'waitingOn' | 'rule' | 'since'> & { nobodyTried: boolean };
export type UnassignedRow = ListedCase & { sensitive: boolean; facts: Facts };
export interface StaffOfService {
  row: StaffRow;
  standing: FacilitatorRecord;
}
/** The funnel as counted; a step or reason without a case may be absent. */
export interface FunnelCounts {
  steps: { step: FunnelStep; cases: number; harmed: Persons; responsible: Persons }[];
  spans: { span: Span; days: number | null; known: number; of: number }[];
  losses: { after: LossStep; reason: string; cases: number }[];
}
export type CheckpointRow = { checkpoint: CheckpointFigure['checkpoint']; passed: number; refused: number };
export type DeviationRow = { door: DeviationFigure['door']; recorded: number; unreviewed: number };

/** One statement each. What counts cases is read after `settle`. */
export interface MeasuresReading {
  /** Brings what is kept for figures up to every command answered so far. */
  settle(serviceId: Id): Promise<void>;
  settings(serviceId: Id): Promise<Settings>;
  stages(serviceId: Id): Promise<StageRow[]>;
  waiting(serviceId: Id, cutoffs: Cutoffs): Promise<WaitingRow[]>;
  waitingCases(reader: Reader, page: Page): Promise<Listed<WaitingCaseRow>>;
  unassigned(serviceId: Id): Promise<number>;
  unassignedCases(reader: Reader, page: Page): Promise<Listed<UnassignedRow>>;
  /** Every member of staff, or one. */
  staff(serviceId: Id, staffId?: Id): Promise<StaffOfService[]>;
  funnel(serviceId: Id, period: Period): Promise<FunnelCounts>;
  checkpoints(serviceId: Id, period: Period): Promise<CheckpointRow[]>;
  deviations(serviceId: Id, period: Period): Promise<DeviationRow[]>;
  cases(reader: Reader, list: CaseList, cutoffs: Cutoffs, page: Page): Promise<Listed<ListedCase>>;
}
