// How a case closed, and how often it was reopened (R8).
import type { Id, Reducers } from '../reducers.js';
import type { ClosingReason, ClosingSide } from '../vocabulary/outcomes.js';

export interface ClosingFacts {
  closed: { at: string; by: Id; reason: ClosingReason; side: ClosingSide } | null;
  reopened: readonly string[];
}
export interface ClosingEvents {
  /** Ends every process that has not ended, with the same reason. */
  'case.closed': { reason: ClosingReason; side: ClosingSide };
  /** Left out, what was agreed is looked after; with a new `processId`, the work begins again in a process of that id, with those who are still there. */
  'case.reopened': { reason: Id; processId?: Id };
}

export const begin = (): ClosingFacts => ({ closed: null, reopened: [] });

export const reducers: Reducers<ClosingFacts, ClosingEvents> = {
  'case.closed': (s, e) => ({ ...s, closed: { at: e.at, by: e.by, reason: e.reason, side: e.side } }),
  'case.reopened': (s, e) => ({ closed: null, reopened: [...s.reopened, e.at] }),
};
