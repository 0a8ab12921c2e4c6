// What was done though a door was shut: each is reviewed, and counted (R95).
import type { Blocker } from '../blocker.js';
import { change, put, type Id, type Reducers } from '../reducers.js';
import type { Door } from '../vocabulary/stages.js';

export interface Deviation {
  processId: Id | null;
  /** What happened, and when, though it was not allowed. */
  door: Door;
  about: Id | null;
  on: string;
  /** What stood before the door at that time. */
  blockers: readonly Blocker[];
  recordedAt: string;
  recordedBy: Id;
  reviewed: { at: string; by: Id; finding: Id } | null;
}
/** As the decision finds it, before anybody has recorded it. */
export type FoundDeviation = Pick<Deviation, 'processId' | 'door' | 'about' | 'on' | 'blockers'>;

export interface DeviationFacts {
  /** Ids are `<number of the event>-<place>`. */
  of: Record<Id, Deviation>;
}
export interface DeviationEvents {
  'deviation.reviewed': { deviationId: Id; finding: Id };
}

export const begin = (): DeviationFacts => ({ of: {} });

/** The deviations with those added that an event brought. */
export const found = (
  s: DeviationFacts,
  e: { at: string; by: Id; deviations?: readonly FoundDeviation[] },
  learnt: number,
): DeviationFacts =>
  (e.deviations ?? []).reduce<DeviationFacts>(
    (all, d, i) => ({
      of: put(all.of, `${learnt}-${i + 1}`, { ...d, recordedAt: e.at, recordedBy: e.by, reviewed: null }),
    }),
    s,
  );

export const reducers: Reducers<DeviationFacts, DeviationEvents> = {
  'deviation.reviewed': (s, e) => ({
    of: change(s.of, e.deviationId, (d) => ({ ...d, reviewed: { at: e.at, by: e.by, finding: e.finding } })),
  }),
};
