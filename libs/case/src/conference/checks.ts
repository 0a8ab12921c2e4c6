// What makes a booking or a session incomplete or wrong (R19, R26, R40).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { isAfter } from '#libs/time';
import { parts } from '../vocabulary/parts.js';
import type { ConferenceEvents } from './facts.js';

/** Those of a list who are no members of the process, or whose part is not in the room. */
const noMembers = (f: Facts, processId: Id, ids: readonly Id[]): Blocker[] =>
  ids
    .filter((id) => {
      const m = f.processes[processId]?.members.of[id];
      return !m || m.leftAt !== null || !parts[m.part].attends;
    })
    .map((id) => blocker('attendee', id, 'facilitator'));
const inSession = (f: Facts, e: { processId: Id; participantId: Id }): Blocker[] =>
  when(
    !f.processes[e.processId]?.conference.session?.attended.includes(e.participantId),
    'unknown',
    'participantId',
    'facilitator',
  );

export const checks: Checks<ConferenceEvents> = {
  'conference.booked': (e, f) => [
    ...when(!isAfter(e.startsAt, e.at), 'unsound', 'startsAt', 'facilitator'),
    ...noMembers(f, e.processId, e.attendees),
  ],
  'conference.begun': (e, f) => noMembers(f, e.processId, e.attended),
  'conference.recorded': (e) => [
    ...when(isAfter(e.endedAt, e.at) || !isAfter(e.endedAt, e.on), 'unsound', 'endedAt', 'facilitator'),
    ...when(e.how === 'adjourned', 'unsound', 'how', 'facilitator'),
  ],
  'session.left': (e, f) => inSession(f, e),
  'session.checked': (e, f) => inSession(f, e),
};
