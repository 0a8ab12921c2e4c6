// What follows for the meeting of a process from something that concerns it: who cannot stay steps out, and where a seat is empty then, the meeting is off (R21, R83).
import { consentKey } from '../consent/facts.js';
import { callOff, endSession } from '../conference/facts.js';
import type { CaseEvent, EventOf, Facts } from '../facts.js';
import { happenedAt, put, type Id } from '../reducers.js';
import { checkpoints, freezeKinds } from '../vocabulary/safeguarding.js';
import type { Door } from '../vocabulary/stages.js';
import type { Process } from './facts.js';
import { isDirect, processOf, takesPart } from './members.js';
import { emptySeats, staying } from './seats.js';
import { ordersAgainst } from '../safeguarding/orders.js';
import { reaches } from './scope.js';

/** Why a meeting that was possible is not any more, whoever comes. */
function isOff(facts: Facts, processId: Id, e: CaseEvent, startsAt: string, among: readonly Id[]): boolean {
  const p = processOf(facts, processId);
  const { freezes } = facts.safeguarding;
  const forbidden = ordersAgainst('begin', facts, p, among, startsAt).length > 0;
  const refused = standsBeforeBeginning(e) && checkpoints[e.checkpoint].per !== 'party';
  const ended = Object.values(freezes).some(
    (z) => (z.kind === 'stop' || (z.kind === 'indirectOnly' && isDirect(p))) && reaches(z, facts, processId),
  );
  return (
    forbidden ||
    refused ||
    ended ||
    p.suitability.decided?.suitable === false ||
    p.ended !== null ||
    emptySeats(p, among).length > 0
  );
}

const standsBeforeBeginning = (e: CaseEvent): e is EventOf<'checkpoint.refused'> =>
  e.type === 'checkpoint.refused' && (checkpoints[e.checkpoint].before as readonly Door[]).includes('begin');
/** These people, less the one for whom a sign-off was refused: the others go on, if they can (R83). */
const notRefused = (ids: readonly Id[], e: CaseEvent): readonly Id[] =>
  standsBeforeBeginning(e) ? ids.filter((id) => id !== e.about) : ids;

function duringSession(facts: Facts, processId: Id, p: Process, e: CaseEvent): Process {
  const { session } = p.conference;
  if (!session) return p;
  const rest = staying(facts, processId, notRefused(session.attended, e));
  if (isOff(facts, processId, e, e.at, rest))
    return { ...p, conference: endSession(p.conference, happenedAt(e), 'stopped') };
  const there = session.present.filter((id) => rest.includes(id));
  // whoever can be spared goes, and the others go on; where a seat is empty, or something holds, the session waits
  const holds = Object.values(facts.safeguarding.freezes).some(
    (z) => freezeKinds[z.kind].freezes && reaches(z, facts, processId),
  );
  const doubted = e.type === 'capacity.doubted' && session.present.includes(e.participantId);
  const waits = holds || doubted || emptySeats(p, there).length > 0;
  const pause =
    session.pause ??
    (waits
      ? {
          at: happenedAt(e),
          byRole: 'facilitator' as const,
          reason: holds || doubted ? ('concern' as const) : ('other' as const),
          checked: {},
        }
      : null);
  return { ...p, conference: { ...p.conference, session: { ...session, present: there, pause } } };
}

function beforeMeeting(facts: Facts, processId: Id, p: Process, e: CaseEvent): Process {
  const { booking } = p.conference;
  if (!booking) return p;
  const { attendees, startsAt } = booking;
  const rest = staying(facts, processId, notRefused(attendees, e));
  // whoever took another's place and has not been asked yet stays booked: that stands before the beginning, and calls nothing off
  const unasked = notRefused(attendees, e).filter(
    (id) => takesPart(facts, processId, id) && isUnasked(facts, processId, p, id),
  );
  const kept = attendees.filter((id) => rest.includes(id) || unasked.includes(id));
  // a place that cannot stay empty is filled by somebody who has said yes, or the meeting is off
  if (emptySeats(p, rest).length > 0 || isOff(facts, processId, e, startsAt, kept))
    return { ...p, conference: callOff(p.conference, e.at) };
  if (kept.length === attendees.length) return p;
  return { ...p, conference: { ...p.conference, booking: { ...booking, attendees: kept, changedAt: e.at } } };
}
/** Whether a person has not answered yet whether they take part, since they joined. */
function isUnasked(facts: Facts, processId: Id, p: Process, id: Id): boolean {
  const said = p.type ? facts.consent.consents[consentKey(id, 'takePart', processId, p.type.type)] : undefined;
  return said === undefined || said.voided?.because === 'newMember';
}

/** The facts with what follows for one process. */
export function follow(facts: Facts, processId: Id, e: CaseEvent): Facts {
  const p = facts.processes[processId];
  if (!p || (!p.conference.booking && !p.conference.session)) return facts;
  const after = p.conference.session ? duringSession(facts, processId, p, e) : beforeMeeting(facts, processId, p, e);
  return after === p ? facts : { ...facts, processes: put(facts.processes, processId, after) };
}
