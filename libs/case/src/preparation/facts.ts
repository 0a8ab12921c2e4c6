// Separate preparation, readiness, and what is settled before a process (R47, R51, R52).
import type { MemberEvents } from '../process/member-facts.js';
import { happenedAt, isOvertaken, put, without, type Id, type Reducers } from '../reducers.js';
import type { Arrangement } from '../vocabulary/process-types.js';
import type { Channel } from '../vocabulary/people.js';

export interface PreparationFacts {
  /** Times of each person's separate preparation contacts. */
  held: Record<Id, readonly string[]>;
  ready: Record<Id, { at: string; ready: boolean }>;
  arrangements: Partial<Record<Arrangement, { at: string; by: Id; text: Id }>>;
  /** What each facilitator does before, during and after, when there are two (R43). */
  coWorkingAgreed: { at: string; text: Id } | null;
}

export interface PreparationEvents {
  /** `adultId`: the appropriate adult who was there with a minor (R93). */
  'preparation.held': { processId: Id; participantId: Id; channel: Channel; adultId?: Id };
  'readiness.stated': { processId: Id; participantId: Id; ready: boolean };
  'arrangement.settled': { processId: Id; arrangement: Arrangement; text: Id };
  'coWorking.agreed': { processId: Id; text: Id };
  'preparation.begun': { processId: Id };
  'preparation.completed': { processId: Id };
}

export const begin = (): PreparationFacts => ({ held: {}, ready: {}, arrangements: {}, coWorkingAgreed: null });

type AlsoHeard = Pick<MemberEvents, 'member.joined' | 'member.replaced'>;
/** Whoever comes back into a process is prepared anew, and asked anew whether they are ready (R92). */
const anew = (s: PreparationFacts, id: Id): PreparationFacts => ({
  ...s,
  held: without(s.held, id),
  ready: without(s.ready, id),
});

export const reducers: Reducers<PreparationFacts, PreparationEvents & AlsoHeard> = {
  'member.joined': (s, e) => anew(s, e.participantId),
  'member.replaced': (s, e) => anew(s, e.newParticipantId),
  'preparation.held': (s, e) => ({
    ...s,
    held: put(s.held, e.participantId, [...(s.held[e.participantId] ?? []), happenedAt(e)].toSorted()),
  }),
  'readiness.stated': (s, e) =>
    isOvertaken(e, s.ready[e.participantId])
      ? s
      : { ...s, ready: put(s.ready, e.participantId, { at: happenedAt(e), ready: e.ready }) },
  'arrangement.settled': (s, e) => ({
    ...s,
    arrangements: { ...s.arrangements, [e.arrangement]: { at: e.at, by: e.by, text: e.text } },
  }),
  'coWorking.agreed': (s, e) => ({ ...s, coWorkingAgreed: { at: e.at, text: e.text } }),
  'preparation.begun': (s) => s,
  'preparation.completed': (s) => s,
};
