// The meeting: booking, session, pauses, end. No transcript has a place here (R54).
import type { ConsentEvents } from '../consent/facts.js';
import { put, type Id, type Reducers } from '../reducers.js';
import type { PeopleEvents } from '../people/facts.js';
import type { PreparationEvents } from '../preparation/facts.js';
import type { SafeguardingEvents } from '../safeguarding/facts.js';
import { checkpoints, concernDecisions } from '../vocabulary/safeguarding.js';
import { processTypes, type ProcessType } from '../vocabulary/process-types.js';
import type { Door } from '../vocabulary/stages.js';
import type { PauseReason, ProcessEnd } from '../vocabulary/outcomes.js';
import type { Role } from '../vocabulary/people.js';

export interface Booking {
  bookingId: Id;
  startsAt: string;
  /** Participant ids. */
  attendees: readonly Id[];
  bookedAt: string;
}
export interface Session {
  begunAt: string;
  attended: readonly Id[];
  /** The pause in force: who asked (role, not name), why, the safety step; and who has been asked alone since (R40). */
  pause: {
    at: string;
    byRole: Role | 'facilitator';
    reason: PauseReason;
    checked: Record<Id, { at: string; willing: boolean }>;
  } | null;
}
export interface Held {
  processType: ProcessType | null;
  begunAt: string | null;
  endedAt: string;
  how: ProcessEnd;
  /** Participants who were there; nobody for an exchange or work with the person harmed alone. */
  attended: readonly Id[];
}
export interface ConferenceFacts {
  /** The kind of process, as chosen in preparation. */
  type: ProcessType | null;
  booking: Booking | null;
  session: Session | null;
  /** The last booking that was called off, until another is made: those who were to attend hear of it in their own time (R22). */
  calledOff: (Booking & { at: string }) | null;
  /** Processes that took place or were stopped, oldest first. */
  held: readonly Held[];
}

export interface ConferenceEvents {
  'conference.booked': { bookingId: Id; startsAt: string; attendees: readonly Id[] };
  'conference.cancelled': { reason: Id };
  'conference.begun': { attended: readonly Id[] };
  'session.paused': { byRole: Role | 'facilitator'; reason: PauseReason; safetyStep: Id };
  'session.checked': { participantId: Id; willing: boolean };
  'session.resumed': object;
  'conference.ended': { how: ProcessEnd; aftercare: Id };
  'exchange.ended': { how: ProcessEnd };
  'victimOnly.completed': { needsMet: Id };
}

type AlsoHeard = Pick<PreparationEvents, 'process.chosen'> &
  Pick<PeopleEvents, 'participant.left'> &
  Pick<ConsentEvents, 'capacity.doubted'> &
  Pick<
    SafeguardingEvents,
    'concern.raised' | 'case.paused' | 'concern.decided' | 'checkpoint.refused' | 'order.recorded'
  >;

export const begin = (): ConferenceFacts => ({
  type: null,
  booking: null,
  session: null,
  calledOff: null,
  held: [],
});

/** What is left when a meeting cannot take place: no booking; a session that was going on counts as stopped. */
export function callOff(s: ConferenceFacts, at: string): ConferenceFacts {
  if (!s.session) return s.booking ? { ...s, booking: null, calledOff: { ...s.booking, at } } : s;
  return {
    ...s,
    booking: null,
    session: null,
    held: [
      ...s.held,
      { processType: s.type, begunAt: s.session.begunAt, endedAt: at, how: 'stopped', attended: s.session.attended },
    ],
  };
}
const over = (s: ConferenceFacts, at: string, how: ProcessEnd, processType = s.type): ConferenceFacts => ({
  ...s,
  booking: null,
  session: null,
  held: [
    ...s.held,
    { processType, begunAt: s.session?.begunAt ?? null, endedAt: at, how, attended: s.session?.attended ?? [] },
  ],
});
const paused = (s: ConferenceFacts, at: string, byRole: Role | 'facilitator', reason: PauseReason): ConferenceFacts =>
  s.session ? { ...s, session: { ...s.session, pause: { at, byRole, reason, checked: {} } } } : s;
const attends = (s: ConferenceFacts, id: Id): boolean =>
  Boolean(s.booking?.attendees.includes(id) || s.session?.attended.includes(id));

export const reducers: Reducers<ConferenceFacts, ConferenceEvents & AlsoHeard> = {
  'conference.booked': (s, e) => ({
    ...s,
    booking: { bookingId: e.bookingId, startsAt: e.startsAt, attendees: e.attendees, bookedAt: e.at },
    calledOff: null,
  }),
  'conference.cancelled': (s, e) => callOff(s, e.at),
  'conference.begun': (s, e) => ({ ...s, session: { begunAt: e.at, attended: e.attended, pause: null } }),
  'session.paused': (s, e) => paused(s, e.at, e.byRole, e.reason),
  'session.checked': (s, e) =>
    s.session?.pause
      ? {
          ...s,
          session: {
            ...s.session,
            pause: {
              ...s.session.pause,
              checked: put(s.session.pause.checked, e.participantId, { at: e.at, willing: e.willing }),
            },
          },
        }
      : s,
  'session.resumed': (s) => (s.session ? { ...s, session: { ...s.session, pause: null } } : s),
  'conference.ended': (s, e) => over(s, e.at, e.how),
  'exchange.ended': (s, e) => over(s, e.at, e.how),
  'victimOnly.completed': (s, e) => over(s, e.at, 'asPlanned', 'victimOnly'),
  'process.chosen': (s, e) => ({ ...s, type: e.processType }),
  'participant.left': (s, e) => (attends(s, e.participantId) ? callOff(s, e.at) : s),
  'concern.raised': (s, e) => paused(s, e.at, 'facilitator', 'concern'),
  'capacity.doubted': (s, e) => paused(s, e.at, 'facilitator', 'concern'),
  'case.paused': (s, e) => paused(s, e.at, 'facilitator', 'other'),
  'concern.decided': (s, e) => {
    const { stops, indirectOnly } = concernDecisions[e.decision];
    const direct = s.type !== null && processTypes[s.type].direct === 'direct';
    return stops || (indirectOnly && direct) ? callOff(s, e.at) : s;
  },
  'checkpoint.refused': (s, e) =>
    (checkpoints[e.checkpoint].before as readonly Door[]).includes('begin') ? callOff(s, e.at) : s,
  'order.recorded': (s, e) => (e.forbids.includes('meeting') && attends(s, e.participantId) ? callOff(s, e.at) : s),
};
