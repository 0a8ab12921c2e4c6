// What makes a booking or a session incomplete or wrong (R19, R26, R38).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { takesPart } from '../people/taking-part.js';
import { isAfter } from '#libs/time';
import type { ConferenceEvents } from './facts.js';

const has = (f: Facts, ids: readonly Id[], role: string): boolean =>
  ids.some((id) => f.people.participants[id]?.role === role);
const bothSides = (f: Facts, ids: readonly Id[]): Blocker[] => [
  ...when(!has(f, ids, 'harmed'), 'parties', 'harmed', 'facilitator'),
  ...when(!has(f, ids, 'responsible'), 'parties', 'responsible', 'facilitator'),
];

export const checks: Checks<ConferenceEvents> = {
  'conference.booked': (e, f) => [
    ...when(!isAfter(e.startsAt, e.at), 'unsound', 'startsAt', 'facilitator'),
    ...bothSides(f, e.attendees),
    ...e.attendees.filter((id) => !takesPart(f, id)).map((id) => blocker('attendee', id, 'facilitator')),
    ...e.attendees.flatMap((id) => {
      const adult = f.people.appropriateAdults[id];
      return when(adult !== undefined && !e.attendees.includes(adult), 'appropriateAdult', id, 'facilitator');
    }),
    ...Object.entries(f.safeguarding.orders)
      .filter(
        ([, o]) =>
          e.attendees.includes(o.participantId) &&
          o.forbids.includes('meeting') &&
          !isAfter(o.from, e.startsAt) &&
          (o.until === null || isAfter(o.until, e.startsAt)),
      )
      .map(([id, o]) => blocker('order', id, 'clock', o.from)),
  ],
  'conference.begun': (e, f) => [
    ...bothSides(f, e.attended),
    ...e.attended
      .filter((id) => !f.conference.booking?.attendees.includes(id))
      .map((id) => blocker('attendee', id, 'facilitator')),
    ...e.attended.flatMap((id) => {
      const adult = f.people.appropriateAdults[id];
      return when(adult !== undefined && !e.attended.includes(adult), 'appropriateAdult', id, 'facilitator');
    }),
  ],
  'session.checked': (e, f) =>
    when(!f.conference.session?.attended.includes(e.participantId), 'unknown', 'participantId', 'facilitator'),
};
