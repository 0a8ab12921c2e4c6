// Whether a process is suitable: the latest decision stands (R31, R86).
import { happenedAt, isOvertaken, type Id, type Reducers } from '../reducers.js';

export interface SuitabilityFacts {
  decided: { at: string; by: Id; suitable: boolean; reason: Id } | null;
}
export interface SuitabilityEvents {
  'suitability.decided': { processId: Id; suitable: boolean; reason: Id };
}

export const begin = (): SuitabilityFacts => ({ decided: null });

export const reducers: Reducers<SuitabilityFacts, SuitabilityEvents> = {
  'suitability.decided': (s, e) =>
    isOvertaken(e, s.decided)
      ? s
      : { decided: { at: happenedAt(e), by: e.by, suitable: e.suitable, reason: e.reason } },
};
