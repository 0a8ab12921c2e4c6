// Separate preparation, readiness, and what is settled before a process (R47, R51, R52).
import { put, type Id, type Reducers } from '../reducers.js';
import type { Arrangement, ProcessType } from '../vocabulary/process-types.js';
import type { Channel } from '../vocabulary/people.js';

export interface PreparationFacts {
  process: { type: ProcessType; at: string; by: Id } | null;
  /** Times of each person's separate preparation contacts. */
  held: Record<Id, readonly string[]>;
  ready: Record<Id, { at: string; ready: boolean }>;
  arrangements: Partial<Record<Arrangement, { at: string; by: Id; text: Id }>>;
  /** What each facilitator does before, during and after, when there are two (R43). */
  coWorkingAgreed: { at: string; text: Id } | null;
}

export interface PreparationEvents {
  'process.chosen': { processType: ProcessType; reason: Id };
  'preparation.held': { participantId: Id; channel: Channel };
  'readiness.stated': { participantId: Id; ready: boolean };
  'arrangement.settled': { arrangement: Arrangement; text: Id };
  'coWorking.agreed': { text: Id };
  'preparation.begun': object;
  'preparation.completed': object;
}

export const begin = (): PreparationFacts => ({
  process: null,
  held: {},
  ready: {},
  arrangements: {},
  coWorkingAgreed: null,
});

export const reducers: Reducers<PreparationFacts, PreparationEvents> = {
  // another kind of process is arranged afresh (R47)
  'process.chosen': (s, e) => ({
    ...s,
    process: { type: e.processType, at: e.at, by: e.by },
    arrangements: s.process?.type === e.processType ? s.arrangements : {},
    ready: s.process?.type === e.processType ? s.ready : {},
  }),
  'preparation.held': (s, e) => ({
    ...s,
    held: put(s.held, e.participantId, [...(s.held[e.participantId] ?? []), e.at]),
  }),
  'readiness.stated': (s, e) => ({ ...s, ready: put(s.ready, e.participantId, { at: e.at, ready: e.ready }) }),
  'arrangement.settled': (s, e) => ({
    ...s,
    arrangements: { ...s.arrangements, [e.arrangement]: { at: e.at, by: e.by, text: e.text } },
  }),
  'coWorking.agreed': (s, e) => ({ ...s, coWorkingAgreed: { at: e.at, text: e.text } }),
  'preparation.begun': (s) => s,
  'preparation.completed': (s) => s,
};
