// What stands before a meeting is booked, begins or goes on (R24, R40, R43).
import { blocker, when, type Blocker } from '../blocker.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive, whyNotReconfirmed } from '../consent/rules.js';
import { on } from '../facilitators/rules.js';
import { unsettled, whyNotOfKind } from '../preparation/rules.js';
import { sideOf } from '../process/members.js';
import { attending, room } from '../process/readiness.js';
import { emptySeats } from '../process/seats.js';
import type { ProcessQuestion } from '../question.js';
import { ordersBetween } from '../safeguarding/rules.js';
import { londonDaysBetween } from '#libs/time';

export const beforeBooking = (q: ProcessQuestion): Blocker[] => [
  ...whyNotOfKind(q, 'meeting'),
  ...attending(q),
  ...unsettled(q),
];

export function beforeBeginning(q: ProcessQuestion): Blocker[] {
  const { process, processId, at, settings } = q;
  const { booking } = process.conference;
  if (!booking) return [blocker('booking', processId, 'facilitator')];
  const today = Math.abs(londonDaysBetween(booking.startsAt, at)) < settings.dayOfDays;
  const ids = room(q);
  return [
    ...when(!today, 'booking', booking.bookingId, 'clock', booking.startsAt),
    ...ids.flatMap((id) => when(!booking.attendees.includes(id), 'attendee', id, 'facilitator')),
    ...attending(q),
    ...unsettled(q),
    ...ids.flatMap((id) => whyNotReconfirmed(q, id)),
    ...coWorking(q),
  ];
}

/** R43: what each of two facilitators does is settled, and those on the sides agreed to two. */
function coWorking(q: ProcessQuestion): Blocker[] {
  const { facts, process, at, settings } = q;
  if (on(facts, 'coFacilitator').length === 0) return [];
  return [
    ...when(process.preparation.coWorkingAgreed === null, 'arrangement', 'coWorking', 'facilitator'),
    ...room(q)
      .filter((id) => sideOf(process, id) !== null && process.members.of[id]?.of === null)
      .flatMap((id) => whyNotLive(consentKey(id, 'coWorking'), facts, at, settings)),
  ];
}

/** R40: after a pause each person is asked alone, and the seats are filled by those who want to go on. */
export function beforeResuming(q: ProcessQuestion): Blocker[] {
  const { session } = q.process.conference;
  if (!session?.pause) return [];
  const { checked, at: since } = session.pause;
  const back = session.attended.filter((id) => checked[id]?.willing);
  return [
    ...session.present.flatMap((id) => when(!checked[id], 'privateCheck', id, 'facilitator', since)),
    ...emptySeats(q.process, back).map((seat) => blocker('seat', seat.join(','), 'participant')),
    ...ordersBetween(q, back),
  ];
}
