// What follows by itself, from the facts alone and whatever brought it about: no list of events that could end a consent or call off a meeting, so that none can be missing from it.
import type { Facts } from './facts.js';
import type { Id } from './reducers.js';
import { delivered, processOf, takesPart } from './process/members.js';
import { seatsOf, seatsStand } from './process/seats.js';

export const consequences = {
  /** The process has ended, by itself or with the case. */
  over: (f, id) => processOf(f, id).ended !== null,
  unsuitable: (f, id) => processOf(f, id).suitability.decided?.suitable === false,
  /** A side has nobody who agreed to be prepared; a seat has nobody who agreed to take part. */
  seatEmptyInPreparation: (f, id) => !seatsStand(f, id, 'preparation'),
  seatEmpty: (f, id) => !seatsStand(f, id, 'arrange'),
  /** Something was delivered, and somebody whom more of it would need is there no more. */
  deliveredAndOver: (f, id) => {
    const p = processOf(f, id);
    const there = Object.entries(p.members.of).filter(([member]) => takesPart(f, id, member));
    return delivered(p) && seatsOf(p).some((seat) => !there.some(([, m]) => seat.includes(m.part)));
  },
  noBooking: (f, id) => processOf(f, id).conference.booking === null,
  noSession: (f, id) => processOf(f, id).conference.session === null,
  sessionWaits: (f, id) => processOf(f, id).conference.session?.pause != null,
} as const satisfies Record<string, (facts: Facts, processId: Id) => boolean>;
export type Consequence = keyof typeof consequences;
