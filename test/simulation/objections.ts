// What stands before each step of a process by the ledger alone: an empty list says that it must be possible, any other that it must not.
import type { CaseEvent, Id, Part, Settings, StoredCase } from '#libs/case';
import { isAfter, londonDate } from '#libs/time';
import { acceptedParts, meetings, passes, places, preparedParts, sideOfPart, toSettle } from './by-hand.js';
import type { Ledger } from './ledger.js';
import { unready, type Step } from './unready.js';
import {
  frozen,
  isAbuse,
  isDirect,
  live,
  look,
  onlyIndirect,
  reaches,
  ordersAmong,
  said,
  sensitive,
  takesPart,
  days,
  team,
  unsigned,
  type Look,
} from './terms.js';

export const seatsOf = ({ p }: Look): readonly (readonly Part[])[] =>
  p.type ? places[p.type] : [['harmed', 'representative'], ['responsible']];
/** Before the conference each side of it has somebody: who else is needed is found while people are prepared. */
const sidesOf = (k: Look): readonly (readonly Part[])[] =>
  ([['harmed', 'representative'], ['responsible']] as const).filter((side) =>
    seatsOf(k).some((seat) => seat.some((part) => (side as readonly Part[]).includes(part))),
  );
/** Each place has somebody who has come so far. */
const filled = (k: Look, step: Step): string[] =>
  (step === 'suitability' || step === 'preparation' ? sidesOf(k) : seatsOf(k)).flatMap((seat) => {
    const lists = [...k.p.members]
      .filter(([, m]) => m.here && seat.includes(m.part))
      .map(([id]) => unready(k, id, step));
    return lists.toSorted((a, b) => a.length - b.length)[0] ?? [`nobody is ${seat.join(' or ')}`];
  });
/** R86: each person responsible who takes part, and not only one of them. */
const owned = (k: Look): string[] =>
  [...k.p.members].flatMap(([who, m]) =>
    said(
      m.part === 'responsible' && takesPart(k, who) && !(k.l.person(who).acknowledged && k.l.person(who).identity),
      `${who} does not acknowledge what happened, or is not confirmed`,
    ),
  );
const general = (k: Look): string[] => [...before(k), ...owned(k)];
const before = ({ l, id, p }: Look): string[] => [
  ...team(l).filter((x) => x === 'nobody leads'),
  ...frozen(l, id),
  ...said(p.suitable !== true, 'it is not found suitable'),
];
const ofProcess = (k: Look, gate: boolean, withSensitive: boolean): string[] => [
  ...unsigned(k, 'processChoice', null),
  ...(gate && isAbuse(k.l) && isDirect(k.p) ? unsigned(k, 'abuseGate', null) : []),
  ...(withSensitive && sensitive(k.l) ? unsigned(k, 'sensitiveProcess', null) : []),
];
const deviations = ({ l, id }: Look): string[] =>
  [...l.unreviewed].filter(([, of]) => reaches(l, id, of)).map(([d]) => `deviation ${d} is not reviewed`);

/** Those who would sit there: each place filled, each ready and accepted, nobody without whom they come with, no order among them. */
function together(k: Look, ids: readonly Id[], when: string): string[] {
  const { l, p } = k;
  const sits = (seat: readonly Part[]): boolean => ids.some((id) => seat.includes(p.members.get(id)?.part as Part));
  return [
    ...seatsOf(k).flatMap((seat) => said(!sits(seat), `nobody there is ${seat.join(' or ')}`)),
    ...ids.flatMap((id) => unready(k, id, 'meeting', when)),
    ...ids.flatMap((id) => unaccepted(k, id, ids)),
    ...ids.flatMap((id) => said(!l.hasTheirs(p, id, ids), `${id} comes without whom they are with`)),
    ...ids.flatMap((id) =>
      said(
        l.isMinor(id) &&
          preparedParts.includes(p.members.get(id)?.part ?? 'observer') &&
          !ids.includes(l.person(id).adult ?? ''),
        `${id} comes without their adult`,
      ),
    ),
    ...[...p.members].flatMap(([who, m]) =>
      said(
        m.here && m.required && m.of !== null && ids.includes(m.of) && !ids.includes(who),
        `${m.of} comes without ${who}`,
      ),
    ),
    ...ordersAmong(k, 'meeting', ids, when),
    ...(p.type
      ? toSettle[p.type].flatMap((a) => said(!p.settled.has(a), `${a} is not settled`))
      : ['the kind is not chosen']),
    ...said(p.type !== null && !meetings.includes(p.type), 'it is no meeting'),
  ];
}
/** R51, R83: supporters, community members and observers, and whoever came to a side after somebody had said yes. */
function unaccepted(k: Look, id: Id, ids: readonly Id[]): string[] {
  const { l, p } = k;
  const m = p.members.get(id);
  if (!m) return [];
  const onSide = (who: Id): boolean => sideOfPart[p.members.get(who)?.part ?? 'observer'] !== undefined;
  const saidYesBefore = (who: Id): boolean => {
    const a = p.type ? l.answer(who, 'takePart', k.id, p.type) : undefined;
    return a !== undefined && Date.parse(a.at) < Date.parse(m.joinedAt);
  };
  return ids
    .filter((who) => who !== id && onSide(who))
    .filter((who) => acceptedParts.includes(m.part) || (sideOfPart[m.part] !== undefined && saidYesBefore(who)))
    .filter((who) => !live(k, who, 'attendance', id))
    .map((who) => `${who} has not accepted ${id}`);
}

/** What the ledger has against an event; null where it has no opinion. `before` says only what is booked. */
export function objections(l: Ledger, e: CaseEvent, before: StoredCase, s: Settings, at = e.at): string[] | null {
  if (!('processId' in e) || e.processId === undefined || !l.processes.has(e.processId)) return null;
  const k = look(l, e.processId, at, s);
  const { p } = k;
  switch (e.type) {
    case 'preparation.begun':
      return [...general(k), ...filled(k, 'preparation')];
    case 'preparation.completed':
      return [
        ...general(k),
        ...deviations(k),
        ...said(onlyIndirect(l, k.id), 'only indirect'),
        ...ofProcess(k, true, false),
        ...filled(k, 'conference'),
        ...said(p.type === null || p.type === 'harmedOnly', 'nothing is arranged for it'),
      ];
    case 'conference.booked':
      return [
        ...general(k),
        ...team(l),
        ...deviations(k),
        ...said(onlyIndirect(l, k.id), 'only indirect'),
        ...ofProcess(k, true, true),
        ...together(k, e.attendees, e.startsAt),
      ];
    case 'conference.begun':
    case 'conference.recorded': {
      const booking = before.facts.processes[e.processId]?.conference.booking ?? null;
      if (!booking) return ['nothing is booked'];
      const confirmed = (id: Id): boolean => {
        const a = p.type ? l.answer(id, 'takePart', k.id, p.type) : undefined;
        return (
          a?.confirmedAt != null &&
          londonDate(a.confirmedAt) === londonDate(at) &&
          !isAfter(booking.changedAt, a.confirmedAt)
        );
      };
      const two = [...l.staff.values()].some((x) => x.duty === 'coFacilitator');
      return [
        ...general(k),
        ...team(l),
        ...deviations(k),
        ...said(onlyIndirect(l, k.id), 'only indirect'),
        ...ofProcess(k, true, true),
        ...unsigned(k, 'beforeMeeting', null, booking.bookedAt),
        ...unsigned(k, 'dayOf', null, booking.bookedAt),
        ...said(londonDate(booking.startsAt) !== londonDate(at), 'it is another day'),
        ...e.attended.filter((id) => !booking.attendees.includes(id)).map((id) => `${id} was not booked`),
        ...together(k, e.attended, at),
        ...e.attended.filter((id) => !confirmed(id)).map((id) => `${id} has not confirmed today`),
        ...said(two && !p.rolesSettled, 'the roles of two facilitators are not settled'),
        ...e.attended
          .filter(
            (id) =>
              two && sideOfPart[p.members.get(id)?.part ?? 'observer'] !== undefined && p.members.get(id)?.of == null,
          )
          .filter((id) => !live(k, id, 'coWorking', null, 'case'))
          .map((id) => `${id} has not agreed to two facilitators`),
      ];
    }
    case 'communication.passed': {
      const w = p.letters.get(e.communicationId);
      if (!w) return ['there is no such thing'];
      return [
        ...general(k),
        ...team(l),
        ...deviations(k),
        ...ofProcess(k, false, true),
        ...said(p.type === null || passes[p.type] !== w.kind, 'this kind of process passes something else'),
        ...said(w.passedAt !== null, 'it was passed'),
        ...said(w.held !== null, 'it is held'),
        ...said(!w.agreed || w.screenedBy === null, 'it is not agreed and screened'),
        ...(goesOn(k, e.communicationId)
          ? []
          : [
              ...said(w.checkedBy === null || w.checkedBy === w.screenedBy, 'it is not checked'),
              ...unsigned(k, 'beforePassing', e.communicationId),
            ]),
        ...[w.from, w.to].flatMap((id) => unready(k, id, 'meeting')),
        ...said(!live(k, w.to, 'receive', w.kind), 'the receiver has no live yes to receive it'),
        ...unreachable(k, w.to),
        ...(p.type ? toSettle[p.type].flatMap((a) => said(!p.settled.has(a), `${a} is not settled`)) : []),
        ...ordersAmong(k, 'message', [w.from, w.to], at),
      ];
    }
    default:
      return null;
  }
}
/** R49: a message carried after one between the same two that was checked, signed and passed, while that counts; a letter never is (R50). */
function goesOn(k: Look, id: Id): boolean {
  const { signed, letters } = k.p;
  const w = letters.get(id);
  if (w?.kind !== 'shuttleMessage' || w.wasHeld || signed.has(`beforePassing|${id}`)) return false;
  return [...letters].some(
    ([other, o]) =>
      other !== id &&
      o.kind === w.kind &&
      o.passedAt !== null &&
      o.checkedBy !== null &&
      [o.from, o.to].every((who) => who === w.from || who === w.to) &&
      unsigned(k, 'beforePassing', other).length === 0,
  );
}
/** R11, R12: no live record of how to reach somebody, or no channel that is not frozen. */
export function unreachable({ l, at, s }: Look, id: Id): string[] {
  const safe = l.people.get(id)?.safe ?? null;
  const open = safe?.channels.some((c) => !safe.frozen.has(c)) ?? false;
  return said(!safe || days(safe.at, at) > s.safeContactDays || !open, `${id} is not safely reachable`);
}
