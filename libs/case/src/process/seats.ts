// Whom a process cannot do without: the places its kind must fill, and with whom somebody comes (R26, R83).
import { consentKey, stands, type ConsentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { parts, type Part } from '../vocabulary/parts.js';
import { ages } from '../vocabulary/people.js';
import { processTypes } from '../vocabulary/process-types.js';
import type { Process } from './facts.js';
import { present, processOf, sideOf, takesPart } from './members.js';

export type Seat = readonly Part[];
/** Until the kind is chosen, a process needs somebody on each side. */
const anyKind: readonly Seat[] = [['harmed', 'representative'], ['responsible']];
/** The places that must be filled. */
export const seatsOf = (p: Process): readonly Seat[] => (p.type ? processTypes[p.type.type].seats : anyKind);

/** The sides that this kind cannot do without, whoever of the other parts is still to be found. */
export const sidesOf = (p: Process): readonly Seat[] =>
  anyKind.filter((side) => seatsOf(p).some((seat) => seat.some((part) => side.includes(part))));

/** The seats that nobody among these members fills. */
export const emptySeats = (p: Process, among: readonly Id[]): Seat[] =>
  seatsOf(p).filter((seat) => !among.some((id) => fills(p, id, seat)));
const fills = (p: Process, id: Id, seat: Seat): boolean => {
  const part = p.members.of[id]?.part;
  return part !== undefined && seat.includes(part);
};

/** How far into a process a person's consents carry, however old they are. */
export type Level = 'preparation' | 'arrange';
/** The consents of a person's own that carry them so far. */
export function consentsFor(facts: Facts, processId: Id, id: Id, level: Level): ConsentKey[] {
  const p = processOf(facts, processId);
  const m = p.members.of[id];
  if (!m) return [];
  const prepared = parts[m.part].prepared ? [consentKey(id, 'contact'), consentKey(id, 'prepare', processId)] : [];
  if (level === 'preparation') return prepared;
  const spokenFor = m.part === 'representative' && m.of ? [consentKey(m.of, 'spokenFor', processId, id)] : [];
  const takePart = p.type ? [consentKey(id, 'takePart', processId, p.type.type)] : [];
  return [...prepared, ...takePart, ...spokenFor];
}
/** Takes part, and has said yes to everything so far. */
export const mayTakeSeat = (facts: Facts, processId: Id, id: Id, level: Level): boolean =>
  takesPart(facts, processId, id) &&
  consentsFor(facts, processId, id, level).every((key) => stands(facts.consent.consents[key]));
/**
 * Whether each seat has somebody who may take it. In preparation, whether each side has somebody who agreed to be prepared:
 * a supporter or a member of a panel is found during it, and an empty place of theirs stands before what comes next.
 */
export function seatsStand(facts: Facts, processId: Id, level: Level): boolean {
  const p = processOf(facts, processId);
  const may = Object.keys(p.members.of).filter((id) => mayTakeSeat(facts, processId, id, level));
  if (level === 'arrange') return emptySeats(p, may).length === 0;
  return sidesOf(p).every((side) => may.some((id) => fills(p, id, side)));
}

export const isMinor = (facts: Facts, id: Id): boolean => ages[facts.people.participants[id]?.age ?? 'unknown'].minor;
/** Members without whom somebody does not sit there: any one of each list is enough. A minor comes with the appropriate adult (R26). */
export function companionsOf(facts: Facts, p: Process, id: Id): Id[][] {
  const adult = facts.people.appropriateAdults[id];
  const minors = isMinor(facts, id) && parts[p.members.of[id]?.part ?? 'observer'].prepared;
  return [
    ...(minors ? [adult ? [adult] : []] : []),
    ...present(p)
      .filter(([, m]) => m.of === id && m.required)
      .map(([companion]) => [companion]),
  ];
}

/** Whether whoever is with somebody has them there, or who speaks for them: a supporter sits in no meeting without whom they support (R83). */
export function isWithThem(p: Process, id: Id, among: readonly Id[]): boolean {
  const m = p.members.of[id];
  if (!m || m.of === null || m.part === 'representative') return true;
  const speaks = (who: Id): boolean => p.members.of[who]?.part === 'representative' && p.members.of[who].of === m.of;
  return among.some((who) => who === m.of || speaks(who));
}

/** Whether somebody on a side, among these, has said no to this person being there (R51, R83). */
const isObjectedTo = (facts: Facts, processId: Id, id: Id, among: readonly Id[]): boolean =>
  among.some((who) => {
    const said = facts.consent.consents[consentKey(who, 'attendance', processId, id)];
    return (
      who !== id && said !== undefined && said.answer !== 'given' && sideOf(processOf(facts, processId), who) !== null
    );
  });

/**
 * Of these, who still sits there: with a live yes of their own, to whom nobody objects, and with whom they cannot be without.
 * Nobody is essential by name: a person cannot be spared where a seat is empty among those who stay.
 */
export function staying(facts: Facts, processId: Id, ids: readonly Id[]): Id[] {
  const p = processOf(facts, processId);
  let left = ids.filter(
    (id) => mayTakeSeat(facts, processId, id, 'arrange') && !isObjectedTo(facts, processId, id, ids),
  );
  for (;;) {
    const stay = left.filter(
      (id) => isWithThem(p, id, left) && companionsOf(facts, p, id).every((any) => any.some((c) => left.includes(c))),
    );
    if (stay.length === left.length) return stay;
    left = stay;
  }
}
