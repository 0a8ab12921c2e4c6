// What makes a booking or a session incomplete or wrong (R19, R26, R40).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import { happenedAt, type Id } from '../reducers.js';
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
/** Nobody is named twice, and somebody is named. */
const eachOnce = (field: string, ids: readonly Id[]): Blocker[] =>
  when(ids.length === 0 || new Set(ids).size !== ids.length, 'unsound', field, 'facilitator');
/** What is written up is another meeting than the one going on, and than any that is known. */
function alreadyHeld(f: Facts, e: { processId: Id; on: string }): Blocker[] {
  const conference = f.processes[e.processId]?.conference;
  const known = conference?.held.some((h) => Date.parse(h.begunAt) === Date.parse(e.on)) ?? false;
  return [
    ...when(conference?.session != null, 'outstanding', 'session', 'facilitator', conference?.session?.begunAt),
    ...when(known, 'unsound', 'on', 'facilitator'),
  ];
}
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
    ...eachOnce('attendees', e.attendees),
    ...noMembers(f, e.processId, e.attendees),
  ],
  'conference.begun': (e, f) => [...eachOnce('attended', e.attended), ...noMembers(f, e.processId, e.attended)],
  // whoever was there was there, whatever their part; but somebody of the case
  'conference.recorded': (e, f) => [
    ...when(isAfter(e.endedAt, e.at) || !isAfter(e.endedAt, e.on), 'unsound', 'endedAt', 'facilitator'),
    ...when(e.how === 'adjourned', 'unsound', 'how', 'facilitator'),
    ...eachOnce('attended', e.attended),
    ...e.attended.filter((id) => !f.people.participants[id]).map((id) => blocker('unknown', id, 'coordinator')),
    ...alreadyHeld(f, e),
  ],
  'conference.ended': (e, f) => {
    const begunAt = f.processes[e.processId]?.conference.session?.begunAt;
    return when(begunAt !== undefined && isAfter(begunAt, happenedAt(e)), 'unsound', 'on', 'facilitator', begunAt);
  },
  'session.steppedOut': (e, f) => inSession(f, e),
  'session.checked': (e, f) => inSession(f, e),
};
