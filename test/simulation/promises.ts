// The promises of the practice that are read after every event, against the ledger and what the case then holds; none of it calls the rules.
import type { Id } from '#libs/case';
import { isAfter } from '#libs/time';
import { deliveringEnds, noContactAfter, ownWord, passes } from './by-hand.js';
import { seatsOf } from './objections.js';
import { contacts, messages, releases } from './promises-contact.js';
import type { Moment, Promised } from './promised.js';
import { look, maySit, onlyIndirect, ordersAmong, reaches, said, takesPart, type Look } from './terms.js';

/** Whether each place is filled by one of these. */
const seated = (k: Look, ids: readonly Id[]): boolean =>
  seatsOf(k).every((seat) => ids.some((id) => seat.includes(k.p.members.get(id)?.part ?? 'observer')));
/** Of those who were to come, who still does: with every yes of theirs, objected to by nobody, with whom they cannot be without. */
function whoComes(k: Look, ids: readonly Id[]): Id[] {
  const { l, id, p } = k;
  const objected = (who: Id): boolean =>
    ids.some(
      (by) =>
        by !== who &&
        l.sideOf(p, by) !== null &&
        ![undefined, 'given'].includes(l.answer(by, 'attendance', id, who)?.yes),
    );
  let left = ids.filter((who) => maySit(k, who) && !objected(who));
  const needs = (who: Id): Id[] => [
    ...(l.isMinor(who) &&
    ['harmed', 'responsible', 'supporter', 'representative', 'communityMember'].includes(p.members.get(who)?.part ?? '')
      ? [l.person(who).adult ?? 'nobody']
      : []),
    ...[...p.members].filter(([, m]) => m.here && m.required && m.of === who).map(([c]) => c),
  ];
  for (;;) {
    const stay = left.filter((who) => l.hasTheirs(p, who, left) && needs(who).every((c) => left.includes(c)));
    if (stay.length === left.length) return stay;
    left = stay;
  }
}
/** Why no meeting of these people can be then, whatever else is done. */
const impossible = (k: Look, ids: readonly Id[], when: string): string[] => [
  ...ordersAmong(k, 'meeting', ids, when),
  ...said(
    [...k.l.freezes.values()].some((z) => z.kind === 'stop' && reaches(k.l, k.id, z)),
    'it is stopped',
  ),
  ...said(onlyIndirect(k.l, k.id), 'only indirect'),
  ...said(k.p.suitable === false, 'it is unsuitable'),
  ...said(k.p.ended, 'the process is over'),
  ...said(!seated(k, ids), 'a place is empty'),
];

/** R21, R83: a booking stands only while each place is filled by somebody who may sit there; and nobody's meeting is called off for nothing. */
const bookings: Promised = ({ event: e, before, after, l, s }) =>
  Object.entries(after.facts.processes).flatMap(([id, is]) => {
    const k = look(l, id, e.at, s);
    const [was, booking] = [before.facts.processes[id]?.conference, is.conference.booking];
    // somebody swapped in who has not been asked yet stays booked
    const unasked = (who: Id): boolean =>
      k.p.type !== null &&
      takesPart(k, who) &&
      (l.answer(who, 'takePart', id, k.p.type) === undefined || l.answer(who, 'takePart', id, k.p.type)?.void === true);
    const could = (ids: readonly Id[]): Id[] => ids.filter((who) => whoComes(k, ids).includes(who) || unasked(who));
    if (booking && !is.conference.session)
      return [
        ...booking.attendees
          .filter((who) => !k.p.members.get(who)?.here || !takesPart(k, who))
          .map((who) => `${who} is still booked in ${id}`),
        ...impossible(k, booking.attendees, booking.startsAt).map((why) => `${id} is booked though ${why}`),
      ];
    if (!was?.booking || was.session || is.conference.session) return [];
    const own = [
      'conference.cancelled',
      'process.ended',
      'case.closed',
      'conference.recorded',
      'checkpoint.refused',
      'process.typeChosen',
      'risk.informed',
    ].includes(e.type);
    return said(
      !own &&
        seated(k, whoComes(k, was.booking.attendees)) &&
        impossible(k, could(was.booking.attendees), was.booking.startsAt).length === 0,
      `the meeting of ${id} is called off by ${e.type} for no reason`,
    );
  });

/** R85: whoever is called off is told, in neutral words and in time, except who did it themselves. */
const calledOff: Promised = ({ event: e, before, after, l, effects }) =>
  Object.entries(before.facts.processes).flatMap(([id, was]) => {
    const booking = was.conference.booking;
    const is = after.facts.processes[id]?.conference;
    if (!booking || was.conference.session || is?.booking?.bookingId === booking.bookingId || is?.session) return [];
    if (e.type === 'conference.recorded') return [];
    const comes = is?.booking?.attendees ?? [];
    const own =
      'participantId' in e &&
      (e.type.startsWith('consent.') ||
        ((e.type === 'participant.left' || e.type === 'member.left') && ownWord.includes(e.reason)))
        ? e.participantId
        : null;
    const contactable = (who: Id): boolean => {
      const p = l.people.get(who);
      return (
        p !== undefined &&
        p.approach !== 'objected' &&
        !noContactAfter.includes(p.left ?? '') &&
        !['refused', 'withdrawn'].includes(l.answer(who, 'contact')?.yes ?? '')
      );
    };
    return booking.attendees
      .filter((who) => who !== own && !comes.includes(who) && contactable(who))
      .flatMap((who) => {
        const told = effects.find((x) => x.type === 'notice.queue' && x.to === who && x.template === 'meetingOff');
        if (told?.type !== 'notice.queue') return [`${who} is not told that the meeting of ${id} is off`];
        return said(
          isAfter(booking.startsAt, e.at) && !isAfter(booking.startsAt, told.notBefore),
          `${who} hears only after the meeting was to be`,
        );
      });
  });

/** R58, R87, R95: "delivered" needs something delivered, ends need what is agreed done and nobody's worry open, and deviations reviewed. */
const endings: Promised = ({ event: e, before, l }) => {
  if (e.type !== 'process.ended' && e.type !== 'case.closed') return [];
  const ids =
    e.type === 'process.ended'
      ? [e.processId]
      : Object.entries(before.facts.processes)
          .filter(([, p]) => !p.ended)
          .map(([id]) => id);
  const done = (id: Id): boolean => {
    const p = l.process(id);
    return (
      p.met.some((m) => deliveringEnds.includes(m.how)) ||
      [...p.letters.values()].some((w) => w.passedAt) ||
      (p.type === 'harmedOnly' && p.finishedAt !== null)
    );
  };
  const kept = (id: Id, item: string): boolean =>
    [...l.processes].some(([other, p]) => p.carries === `${id}|${item}` && done(other));
  return [
    ...said(
      e.reason === 'delivered' && ![...(e.type === 'process.ended' ? ids : l.processes.keys())].some(done),
      'delivered though nothing was',
    ),
    ...said(
      [...l.freezes.values()].some((z) => z.kind === 'concern' && ids.some((id) => reaches(l, id, z))),
      'it ends under an open concern',
    ),
    ...ids.flatMap((id) =>
      said(
        [...l.unreviewed.values()].some((of) => of === id),
        'it ends with a deviation that nobody reviewed',
      ),
    ),
    ...ids.flatMap((id) =>
      [...l.process(id).items]
        .filter(([item, i]) => i.agreed && (i.outcome === null || i.outcome === 'partly') && !kept(id, item))
        .map(([item]) => `it ends with ${item} undone`),
    ),
  ];
};

/** R49, R50, R87, R90: nothing passed changes any more; what the kind of process does not pass is not passed; follow-up is of somebody who had part. */
const passed: Promised = ({ event: e, before, after, l }) =>
  Object.entries(before.facts.processes).flatMap(([id, p]) =>
    Object.entries(p.communication.of)
      .filter(([, c]) => c.passedAt !== null)
      .flatMap(([letter, c]) => {
        const now = after.facts.processes[id]?.communication.of[letter];
        return [
          ...said(
            now?.passedAt !== c.passedAt || now?.sha256 !== c.sha256,
            `${e.type} changed ${letter}, which was passed`,
          ),
          ...said(
            e.on === undefined &&
              passes[l.process(id).type ?? 'faceToFace'] !== c.kind &&
              e.type === 'communication.passed' &&
              e.communicationId === letter,
            'something else is passed than this process passes',
          ),
        ];
      }),
  );

/** Where a process stands is what it holds. */
const places: Promised = ({ after }) =>
  Object.entries(after.state.processes).flatMap(([id, place]) => {
    const p = after.facts.processes[id];
    const step = typeof place === 'string' ? place : place.conference;
    const should = p?.ended
      ? 'ended'
      : p?.conference.session
        ? p.conference.session.pause
          ? 'interrupted'
          : 'underWay'
        : p?.conference.booking
          ? 'booked'
          : null;
    return said(
      should === null ? ['booked', 'underWay', 'interrupted', 'ended'].includes(step) : step !== should,
      `${id} stands at ${step} and holds ${should}`,
    );
  });

const promises: readonly Promised[] = [bookings, calledOff, messages, contacts, releases, endings, passed, places];
/** Every promise that this event broke. */
export const brokenBy = (m: Moment): string[] => promises.flatMap((promise) => promise(m));
