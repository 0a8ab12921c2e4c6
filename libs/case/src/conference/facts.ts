// The meeting: booking, session, pauses, end. No transcript has a place here (R54).
import { happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { MemberEvents } from '../process/member-facts.js';
import type { Ending, PauseReason } from '../vocabulary/outcomes.js';
import type { Role } from '../vocabulary/people.js';

export interface Booking {
  bookingId: Id;
  startsAt: string;
  /** Participant ids. */
  attendees: readonly Id[];
  bookedAt: string;
  /** When it last changed who is to come: what was confirmed before is about other people (R83). */
  changedAt: string;
}
export interface Session {
  begunAt: string;
  /** Who was there when it began; some may have stepped out since. */
  attended: readonly Id[];
  present: readonly Id[];
  /** The pause in force: who asked (role, not name), why, the safety step; and who has been asked alone since (R40). */
  pause: {
    at: string;
    byRole: Role | 'facilitator';
    reason: PauseReason;
    checked: Record<Id, { at: string; willing: boolean }>;
  } | null;
}
export interface Held {
  /** When it began: what has happened has happened, and later events do not change it. */
  begunAt: string;
  endedAt: string;
  how: Ending;
  /** Participants who were there. */
  attended: readonly Id[];
}
export interface ConferenceFacts {
  booking: Booking | null;
  session: Session | null;
  /** The last booking that was called off, until another is made: those who were to attend hear of it in their own time (R22). */
  calledOff: (Booking & { at: string }) | null;
  /** Meetings that took place or were stopped, oldest first. */
  held: readonly Held[];
  /** When the exchange, or the work with the person harmed alone, was ended as done; null before. */
  exchangeEndedAt: string | null;
}

export interface ConferenceEvents {
  'conference.booked': { processId: Id; bookingId: Id; startsAt: string; attendees: readonly Id[] };
  'conference.cancelled': { processId: Id; reason: Id };
  'conference.begun': { processId: Id; attended: readonly Id[] };
  /** Somebody steps out, and the others go on (R83). */
  'session.steppedOut': { processId: Id; participantId: Id };
  'session.paused': { processId: Id; byRole: Role | 'facilitator'; reason: PauseReason; safetyStep: Id };
  'session.checked': { processId: Id; participantId: Id; willing: boolean };
  'session.resumed': { processId: Id };
  'conference.ended': { processId: Id; how: Ending; aftercare: Id };
  /** A whole meeting, written up afterwards: `on` is when it began (R95). */
  'conference.recorded': {
    processId: Id;
    on: string;
    endedAt: string;
    attended: readonly Id[];
    how: Ending;
    aftercare: Id;
  };
  'exchange.ended': { processId: Id; how: Ending };
  'harmedOnly.completed': { processId: Id; needsMet: Id };
}
type AlsoHeard = Pick<MemberEvents, 'member.replaced'>;

export const begin = (): ConferenceFacts => ({
  booking: null,
  session: null,
  calledOff: null,
  held: [],
  exchangeEndedAt: null,
});

/** The meeting that is going on, ended at a moment. */
export const endSession = (s: ConferenceFacts, at: string, how: Ending): ConferenceFacts =>
  s.session ? holds(s, { begunAt: s.session.begunAt, endedAt: at, how, attended: s.session.attended }) : s;
/** What is left when a meeting cannot take place: no booking; a session that was going on counts as stopped. */
export const callOff = (s: ConferenceFacts, at: string): ConferenceFacts => {
  if (s.session) return endSession(s, at, 'stopped');
  return s.booking ? { ...s, booking: null, calledOff: { ...s.booking, at } } : s;
};
const holds = (s: ConferenceFacts, held: Held): ConferenceFacts => ({
  ...s,
  booking: null,
  session: null,
  held: [...s.held, held],
});
const inSession = (s: ConferenceFacts, how: (session: Session) => Session): ConferenceFacts =>
  s.session ? { ...s, session: how(s.session) } : s;

export const reducers: Reducers<ConferenceFacts, ConferenceEvents & AlsoHeard> = {
  'conference.booked': (s, e) => ({
    ...s,
    booking: {
      bookingId: e.bookingId,
      startsAt: e.startsAt,
      attendees: e.attendees,
      bookedAt: e.at,
      changedAt: e.at,
    },
    calledOff: null,
  }),
  'conference.cancelled': (s, e) => callOff(s, e.at),
  'conference.begun': (s, e) => ({
    ...s,
    session: { begunAt: happenedAt(e), attended: e.attended, present: e.attended, pause: null },
  }),
  'session.steppedOut': (s, e) =>
    inSession(s, (session) => ({ ...session, present: session.present.filter((id) => id !== e.participantId) })),
  'session.paused': (s, e) =>
    inSession(s, (session) => ({
      ...session,
      pause: { at: happenedAt(e), byRole: e.byRole, reason: e.reason, checked: {} },
    })),
  'session.checked': (s, e) =>
    inSession(s, (session) =>
      session.pause
        ? {
            ...session,
            pause: {
              ...session.pause,
              checked: put(session.pause.checked, e.participantId, { at: e.at, willing: e.willing }),
            },
          }
        : session,
    ),
  // whoever had stepped out, was asked alone and wants to go on, is back
  'session.resumed': (s) =>
    inSession(s, (session) => ({
      ...session,
      present: session.attended.filter((id) => session.pause?.checked[id]?.willing ?? session.present.includes(id)),
      pause: null,
    })),
  'conference.ended': (s, e) => endSession(s, happenedAt(e), e.how),
  'conference.recorded': (s, e) => holds(s, { begunAt: e.on, endedAt: e.endedAt, how: e.how, attended: e.attended }),
  'exchange.ended': (s, e) => ({ ...s, exchangeEndedAt: happenedAt(e) }),
  'harmedOnly.completed': (s, e) => ({ ...s, exchangeEndedAt: happenedAt(e) }),
  'member.replaced': (s, e) =>
    s.booking?.attendees.includes(e.participantId)
      ? {
          ...s,
          booking: {
            ...s.booking,
            attendees: s.booking.attendees.map((id) => (id === e.participantId ? e.newParticipantId : id)),
            changedAt: e.at,
          },
        }
      : s,
};
