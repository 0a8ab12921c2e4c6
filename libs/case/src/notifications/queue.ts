// Whom an event tells what, and which waiting messages fall with their reason (R22, R85).
import { consentKey, stands } from '../consent/facts.js';
import type { CaseEvent, Facts } from '../facts.js';
import { mayBeContacted } from '../people/departed.js';
import { isInformed } from '../people/informed.js';
import type { Process } from '../process/facts.js';
import { going, ownProcesses } from '../process/members.js';
import type { Id } from '../reducers.js';
import { leavingReasons, notices, type NoticeTemplate } from '../vocabulary/outcomes.js';
import type { Notice } from './facts.js';
import { consentsOf } from './rules.js';
import { isAfter } from '#libs/time';

interface News {
  to: Id;
  template: NoticeTemplate;
  processId: Id | null;
  startsAt?: string | null;
}

/** The facts with the messages that an event brings, and without those whose reason is gone. `heard`: the processes it concerns. */
export function queueNotices(before: Facts, after: Facts, heard: readonly Id[], event: CaseEvent): Facts {
  const news = [...heard.flatMap((id) => ofMeeting(before, after, id, event)), ...ofEnding(after, event)];
  const queued = news.map(({ to, template, processId, startsAt = null }, i): [Id, Notice] => [
    `${after.learnt}-${i + 1}`,
    { to, template, processId, queuedAt: event.at, startsAt },
  ]);
  const all = Object.entries({ ...after.post.queued, ...Object.fromEntries(queued) });
  // what concerns another process touches none of its messages (R81), not even by the time that has gone by
  const now = ({ processId }: Notice) => (processId !== null && heard.includes(processId) ? event.at : null);
  const kept = all.filter(([, notice]) => stillHolds(notice, after, now(notice)));
  if (queued.length === 0 && kept.length === all.length) return after;
  return { ...after, post: { ...after.post, queued: Object.fromEntries(kept) } };
}

/** What those who were to meet hear: that a meeting is booked, that others will come, that it is off. Never the person whose own word did it. */
function ofMeeting(before: Facts, after: Facts, processId: Id, event: CaseEvent): News[] {
  const [was, is] = [before.processes[processId]?.conference, after.processes[processId]?.conference];
  if (!was || !is) return [];
  const cause = ownWord(event);
  const tell = (ids: readonly Id[], template: NoticeTemplate, startsAt: string | null = null): News[] =>
    ids.filter((id) => id !== cause).map((to) => ({ to, template, processId, startsAt }));
  if (event.type === 'conference.booked' && is.booking) {
    const nowBooked = is.booking.attendees;
    // whoever was to come to the meeting before, and is not to come to this one, is told that it is off
    const dropped = (was.booking?.attendees ?? []).filter((id) => !nowBooked.includes(id));
    return [...tell(nowBooked, 'meetingBooked'), ...tell(dropped, 'meetingOff', was.booking?.startsAt ?? null)];
  }
  // whoever sits in a meeting that is broken off need not be kept from travelling to it
  if (was.session && !is.session && event.type !== 'conference.ended') return tell(was.session.present, 'meetingOff');
  if (!was.booking || was.session || is.session) return [];
  if (!is.booking)
    return happened(event, was.booking.startsAt) ? [] : tell(was.booking.attendees, 'meetingOff', was.booking.startsAt);
  if (is.booking.changedAt === was.booking.changedAt) return [];
  const [stay, out] = [is.booking.attendees, was.booking.attendees.filter((id) => !is.booking?.attendees.includes(id))];
  return [
    ...tell(
      stay.filter((id) => was.booking?.attendees.includes(id)),
      'attendeesChanged',
    ),
    ...tell(
      stay.filter((id) => !was.booking?.attendees.includes(id)),
      'meetingBooked',
    ),
    ...tell(out, 'meetingOff', was.booking.startsAt),
  ];
}
/** The meeting that was booked is the one that is written up afterwards: it was not called off. */
const happened = (event: CaseEvent, startsAt: string): boolean =>
  event.type === 'conference.recorded' && event.on.slice(0, 10) === startsAt.slice(0, 10);
/** Whose own word it was: somebody who answered for themselves, or left because they wanted to. */
function ownWord(event: CaseEvent): Id | null {
  if (event.type === 'participant.left' || event.type === 'member.left')
    return leavingReasons[event.reason].ownWord ? event.participantId : null;
  return event.type.startsWith('consent.') && 'participantId' in event ? (event.participantId ?? null) : null;
}

/** Closing words, once to each: when the last process that they know of ends, or with the case for those who were in none. */
function ofEnding(after: Facts, event: CaseEvent): News[] {
  if (event.type !== 'process.ended' && event.type !== 'case.closed') return [];
  const ends = (id: Id, p: Process): boolean =>
    p.ended?.at === event.at && (event.type === 'case.closed' || event.processId === id);
  // by id: a record that was stored comes back in an order of its own, and the same journal must give the same messages
  const ended = Object.entries(after.processes)
    .filter(([id, p]) => ends(id, p))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.keys(after.people.participants)
    .toSorted()
    .flatMap((to): News[] => {
      const own = ownProcesses(after, to);
      const inOne = ended.find(([id, p]) => own.includes(id) && isIn(p, to) && isThere(after, to));
      const inNone = event.type === 'case.closed' && Object.values(after.processes).every((p) => !p.members.of[to]);
      if (goesOnFor(after, to) || !isInformed(after, to) || !(inOne || inNone)) return [];
      return [{ to, template: 'workEnded', processId: inOne?.[0] ?? null }];
    });
}

/** Whether somebody is still in the case, and was to be. Whoever said "not now", or withdrew from a part of it, hears that it is over. */
const isThere = ({ people, referral }: Facts, id: Id): boolean =>
  people.participants[id]?.leftAt === null && referral.invitations[id]?.invite !== false;

const isIn = (p: Process, id: Id): boolean => p.members.of[id]?.leftAt === null;
/**
 * Whether a process goes on that this person knows to be theirs. Words that one only planned with them kept back would tell
 * them, by not coming, that it is there (R81, R91).
 */
function goesOnFor(facts: Facts, id: Id): boolean {
  const own = ownProcesses(facts, id);
  return going(facts).some(([processId, p]) => own.includes(processId) && isIn(p, id));
}
/** Whether the case was closed and goes on after all, with this person in it. */
const isBegunAgain = (facts: Facts, id: Id, since: string): boolean =>
  facts.closing.reopened.some((at) => isAfter(at, since)) && going(facts).some(([, p]) => isIn(p, id));

/** Whether the reason of a waiting message is still there. */
function stillHolds(notice: Notice, facts: Facts, at: string | null): boolean {
  const { to, template, processId, queuedAt } = notice;
  if (!mayBeContacted(facts, to) || saysNoToContact(facts, to)) return false;
  if (!consentsOf(notice, facts).every((key) => stands(facts.consent.consents[key]))) return false;
  const conference = processId === null ? undefined : facts.processes[processId]?.conference;
  const booking = conference?.booking ?? null;
  const comes = booking?.attendees.includes(to) ?? false;
  switch (notices[template].falls) {
    case 'bookingChanges':
      // nor does anybody need to hear of a meeting that has begun, or whose time has gone by
      return (
        comes &&
        booking !== null &&
        queuedAt >= booking.bookedAt &&
        conference?.session == null &&
        (at === null || isAfter(booking.startsAt, at))
      );
    // word that a meeting is off falls when its receiver comes again, by a new booking or in the place of another: that tells them
    case 'bookedAgain':
      return !comes;
    case 'workGoesOn':
      return !goesOnFor(facts, to) && !isBegunAgain(facts, to, queuedAt);
    case 'never':
      return true;
  }
}
const saysNoToContact = (facts: Facts, id: Id): boolean =>
  ['refused', 'withdrawn'].includes(facts.consent.consents[consentKey(id, 'contact')]?.answer ?? '');
