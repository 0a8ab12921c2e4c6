// How a case closed, and how often it was reopened (R8).
import type { Id, Reducers } from '../reducers.js';
import type { ClosingReason, ClosingSide } from '../vocabulary/outcomes.js';

export interface ClosingFacts {
  closed: { at: string; by: Id; reason: ClosingReason; side: ClosingSide } | null;
  reopened: readonly string[];
}
export interface ClosingEvents {
  'case.closed': { reason: ClosingReason; side: ClosingSide };
  /** `suitability`: begun again; `followUp`: what was agreed needs looking after. */
  'case.reopened': { to: 'suitability' | 'followUp'; reason: Id };
}

export const begin = (): ClosingFacts => ({ closed: null, reopened: [] });

export const reducers: Reducers<ClosingFacts, ClosingEvents> = {
  'case.closed': (s, e) => ({ ...s, closed: { at: e.at, by: e.by, reason: e.reason, side: e.side } }),
  'case.reopened': (s, e) => ({ closed: null, reopened: [...s.reopened, e.at] }),
};
