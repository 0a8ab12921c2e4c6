// Why one person, or the people a process needs, cannot yet go so far: everything that is asked of each by themselves.
import { blocker, when, type Blocker } from '../blocker.js';
import { consentKey, stands } from '../consent/facts.js';
import { whyNotAble, whyNotLive } from '../consent/rules.js';
import type { ProcessQuestion, Step } from '../question.js';
import type { Id } from '../reducers.js';
import { whyNotApproved } from '../safeguarding/approvals.js';
import { whyNotAssessed } from '../safeguarding/assessments.js';
import { checkpointsFor, ordersBetween, whyNotSigned } from '../safeguarding/rules.js';
import { isAfter } from '#libs/time';
import { parts } from '../vocabulary/parts.js';
import { companionsOf, consentsFor, emptySeats, isWithThem, seatsOf, sidesOf } from './seats.js';
import { endings, present, sideOf, takingPart } from './members.js';

const order: readonly Step[] = ['suitability', 'preparation', 'arrange', 'meeting'];
const atLeast = (step: Step, least: Step): boolean => order.indexOf(step) >= order.indexOf(least);

/**
 * R86: a responsible member has acknowledged the basic facts, and is known to be the right person. It stands until it is
 * taken back: the end of a concern, a pause or a stop says nothing about the facts, so nobody is asked again for that alone.
 */
export function acknowledgement({ facts, process }: ProcessQuestion, id: Id, step: Step): Blocker[] {
  if (process.members.of[id]?.part !== 'responsible') return [];
  return [
    ...when(!facts.referral.acknowledged[id], 'acknowledgement', id, 'facilitator'),
    ...when(atLeast(step, 'preparation') && !facts.people.identityConfirmed[id], 'identity', id, 'coordinator'),
  ];
}

/** What consents of their own a person still lacks for this step. */
function consents({ facts, processId, at, settings }: ProcessQuestion, id: Id, step: Step): Blocker[] {
  const needed =
    step === 'suitability'
      ? [consentKey(id, 'contact')]
      : consentsFor(facts, processId, id, step === 'preparation' ? 'preparation' : 'arrange');
  const keys = new Set([...endings(facts, processId, id), ...needed]);
  return [...keys].flatMap((key) => whyNotLive(key, facts, at, settings));
}

/** R51: each is prepared by themselves, and says that they are ready. */
function preparation(q: ProcessQuestion, id: Id): Blocker[] {
  const { held, ready } = q.process.preparation;
  return [
    ...when(!held[id]?.length, 'preparation', id, 'facilitator', q.process.members.of[id]?.joinedAt),
    ...when(!isReady(q, id), 'readiness', id, 'participant', ready[id]?.at),
  ];
}
/**
 * Whether somebody's latest word is that they are ready. Whoever was prepared and after it agrees to take part, or says so again
 * on the day, has said it: nobody asks them a second time in other words (R100).
 */
function isReady({ facts, process, processId }: ProcessQuestion, id: Id): boolean {
  const { held, ready } = process.preparation;
  const said = ready[id];
  if (said?.ready) return true;
  const yes = process.type
    ? facts.consent.consents[consentKey(id, 'takePart', processId, process.type.type)]
    : undefined;
  const preparedAt = held[id]?.at(-1);
  if (!yes || !stands(yes) || preparedAt === undefined) return false;
  const latest = yes.reconfirmedAt !== null && isAfter(yes.reconfirmedAt, yes.at) ? yes.reconfirmedAt : yes.at;
  return !isAfter(preparedAt, latest) && (said === undefined || isAfter(latest, said.at));
}

/** Why one member cannot yet go so far. About this person only: it shuts a door where that door needs this person. */
export function whyNotReady(q: ProcessQuestion, id: Id, step: Step): Blocker[] {
  const { door, facts, process, processId, at, settings } = q;
  const m = process.members.of[id];
  const p = facts.people.participants[id];
  if (!m || m.leftAt !== null || !p || p.leftAt !== null)
    return [blocker('member', id, 'facilitator', m?.leftAt ?? null)];
  const { prepared } = parts[m.part];
  const invitation = facts.referral.invitations[id];
  return [
    ...when(p.approach === 'objected', 'approachBasis', id, 'safeguardingLead', p.joinedAt),
    ...when(invitation?.invite === false, 'invitation', id, 'coordinator', invitation?.at),
    ...consents(q, id, step),
    ...acknowledgement(q, id, step),
    ...(atLeast(step, 'preparation') && prepared
      ? whyNotAble(q, id, atLeast(step, 'arrange') ? 'arrange' : 'preparation')
      : []),
    ...whyNotAssessed(q, id, step),
    ...(atLeast(step, 'arrange') && prepared ? preparation(q, id) : []),
    ...checkpointsFor(door, 'party').flatMap((c) => whyNotSigned(c, facts, processId, id, at, settings)),
    ...(step === 'meeting' ? whyNotApproved(q, id) : []),
  ];
}

/**
 * Each seat needs one person who has come so far; what the others of that part still lack does not shut the door (R83). Until
 * the conference each side does: supporters and members of a panel are found while people are prepared.
 */
export const seatsReady = (q: ProcessQuestion, step: Step): Blocker[] =>
  (atLeast(step, 'arrange') ? seatsOf : sidesOf)(q.process).flatMap((seat) => {
    const lists = present(q.process)
      .filter(([, m]) => seat.includes(m.part))
      .map(([id]) => whyNotReady(q, id, step));
    return lists.toSorted((a, b) => a.length - b.length)[0] ?? [blocker('seat', seat.join(','), 'coordinator')];
  });

/** Who would sit in the meeting: as said, as booked, or everybody who takes part and whose part is in the room. */
export const room = ({ attendees, facts, process, processId }: ProcessQuestion): readonly Id[] =>
  attendees ??
  process.conference.session?.present ??
  process.conference.booking?.attendees ??
  takingPart(facts, processId).filter((id) => parts[process.members.of[id]?.part ?? 'companion'].attends);

/** Every seat filled, and each who would sit there ready, accepted, with whom they cannot be without, and kept apart by no order. */
export function attending(q: ProcessQuestion): Blocker[] {
  const { process, facts } = q;
  const ids = room(q);
  return [
    ...emptySeats(process, ids).map((seat) => blocker('seat', seat.join(','), 'facilitator')),
    ...ids.flatMap((id) => whyNotReady(q, id, 'meeting')),
    ...ids.flatMap((id) => whyNotAccepted(q, id, ids)),
    ...ids.flatMap((id) => when(!isWithThem(process, id, ids), 'companion', id, 'facilitator')),
    ...ids.flatMap((id) =>
      companionsOf(facts, process, id).flatMap((any) =>
        when(!any.some((c) => ids.includes(c)), 'companion', id, 'facilitator'),
      ),
    ),
    ...ordersBetween(q, ids),
  ];
}

/**
 * R51, R83: each person on a side has accepted the presence of supporters, community members and observers; and of whoever
 * came to a side after they had said yes.
 */
function whyNotAccepted(q: ProcessQuestion, id: Id, ids: readonly Id[]): Blocker[] {
  const { facts, process, processId, at, settings } = q;
  const m = process.members.of[id];
  if (!m) return [];
  const { accepted, side } = parts[m.part];
  return ids
    .filter(
      (who) =>
        who !== id && sideOf(process, who) !== null && parts[process.members.of[who]?.part ?? 'observer'].side !== null,
    )
    .filter((who) => accepted || (side !== null && isNewTo(q, who, m.joinedAt)))
    .flatMap((who) => whyNotLive(consentKey(who, 'attendance', processId, id), facts, at, settings));
}
/** Whether somebody joined after this person had agreed to take part. */
function isNewTo({ facts, process, processId }: ProcessQuestion, who: Id, joinedAt: string): boolean {
  const type = process.type?.type;
  const said = type ? facts.consent.consents[consentKey(who, 'takePart', processId, type)] : undefined;
  return said !== undefined && said.at < joinedAt;
}
