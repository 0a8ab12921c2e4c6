// Whether a process is suitable: the latest decision stands (R31, R86).
import { happenedAt, type Id, type Reducers } from '../reducers.js';

export interface SuitabilityFacts {
  decided: { at: string; by: Id; suitable: boolean; reason: Id } | null;
}
export interface SuitabilityEvents {
  'suitability.decided': { processId: Id; suitable: boolean; reason: Id };
}

export const begin = (): SuitabilityFacts => ({ decided: null });

export const reducers: Reducers<SuitabilityFacts, SuitabilityEvents> = {
  // a decision of an earlier day that is written down later supersedes nothing (R95)
  'suitability.decided': (s, e) =>
    s.decided && s.decided.at > happenedAt(e)
      ? s
      : { decided: { at: happenedAt(e), by: e.by, suitable: e.suitable, reason: e.reason } },
};
