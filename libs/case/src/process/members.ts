// Who takes part in one process at this moment, and on which side: rules ask for these people, and for nobody else (R81).
import { consentKey, partsOf, type ConsentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { endings as waysToEnd } from '../vocabulary/outcomes.js';
import { parts } from '../vocabulary/parts.js';
import type { Party } from '../vocabulary/people.js';
import { processTypes, type ProcessType } from '../vocabulary/process-types.js';
import type { Process } from './facts.js';
import type { Member } from './member-facts.js';

/** A process of a case. Throws RangeError when there is none of that id. */
export function processOf(facts: Facts, processId: Id): Process {
  const found = facts.processes[processId];
  if (!found) throw new RangeError('There is no such process in this case');
  return found;
}
export const typeOf = (p: Process): ProcessType | null => p.type?.type ?? null;
/** Whether the kind chosen brings people together directly. */
export const isDirect = (p: Process): boolean => p.type !== null && processTypes[p.type.type].direct === 'direct';

/** Members who have not left, by participant id, in the order they joined. */
export const present = (p: Process): [Id, Member][] =>
  Object.entries(p.members.of).filter(([, m]) => m.leftAt === null);

/** The side of a member: that of their part, or of the member they are with; null for those of neither. */
export function sideOf(p: Process, id: Id): Party | null {
  const m = p.members.of[id];
  if (!m) return null;
  return parts[m.part].side ?? (m.of && m.of !== id ? sideOf(p, m.of) : null);
}

/** Those whom something about a person can reach: members, and people for whom a member speaks. */
export const involved = (p: Process): Id[] => [
  ...new Set(present(p).flatMap(([id, m]) => (m.part === 'representative' && m.of ? [id, m.of] : [id]))),
];

/** The consents by which a person takes part in a process, wherever they have got to. */
const ownPart = (p: Process, processId: Id, id: Id) => ({
  contact: consentKey(id, 'contact'),
  prepare: consentKey(id, 'prepare', processId),
  takePart: p.type ? consentKey(id, 'takePart', processId, p.type.type) : null,
});

/**
 * The answers by which a person has ended their own part in a process, or put it off. Whoever later says that they will be
 * prepared again is back, and is asked the rest anew.
 */
export function endings(facts: Facts, processId: Id, id: Id): ReturnType<typeof consentKey>[] {
  const { contact, prepare, takePart } = ownPart(processOf(facts, processId), processId, id);
  const { consents } = facts.consent;
  const no = (key: typeof contact): boolean => consents[key] !== undefined && consents[key].answer !== 'given';
  const back =
    takePart !== null && consents[prepare]?.answer === 'given' && consents[prepare].at > (consents[takePart]?.at ?? '');
  return [contact, prepare, ...(takePart && !back ? [takePart] : [])].filter(no);
}

/** In the process and the case, to be approached, not kept out by a decision, and without a "no", a "not now" or a withdrawal of their own: one person's word ends one person's part. */
export function takesPart(facts: Facts, processId: Id, id: Id): boolean {
  const m = processOf(facts, processId).members.of[id];
  const p = facts.people.participants[id];
  return (
    m !== undefined &&
    m.leftAt === null &&
    p !== undefined &&
    p.leftAt === null &&
    p.approach !== 'objected' &&
    facts.referral.invitations[id]?.invite !== false &&
    endings(facts, processId, id).length === 0
  );
}
/** Everybody who takes part in a process, in the order they joined. */
export const takingPart = (facts: Facts, processId: Id): Id[] =>
  Object.keys(processOf(facts, processId).members.of).filter((id) => takesPart(facts, processId, id));

/** Something took place: a meeting, also one that was stopped, something passed on, or the work with the person harmed alone. */
export const tookPlace = (p: Process): boolean => p.conference.held.length > 0 || delivered(p);
/** What was to be delivered was: nothing that is said later takes that away (R87, R90). */
export const delivered = (p: Process): boolean =>
  p.conference.held.some((h) => waysToEnd[h.how].delivers) ||
  Object.values(p.communication.of).some((c) => c.passedAt !== null) ||
  (p.type?.type === 'harmedOnly' && p.conference.exchangeEndedAt !== null);

/** When something last took place, was passed on, or was ended as done; null where nothing did. */
export const lastDelivery = ({ conference, communication }: Process): string | null =>
  [
    ...conference.held.map((h) => h.endedAt),
    ...Object.values(communication.of).flatMap((c) => c.passedAt ?? []),
    ...(conference.exchangeEndedAt === null ? [] : [conference.exchangeEndedAt]),
  ]
    .toSorted()
    .at(-1) ?? null;

/** Whether somebody is or was in a process, or is spoken for there. */
export const everIn = (facts: Facts, processId: Id, id: Id): boolean =>
  Object.entries(facts.processes[processId]?.members.of ?? {}).some(
    ([who, m]) => who === id || (m.part === 'representative' && m.of === id),
  );

/** Whether somebody is responsible in the case, or has that part in one of its processes. */
export const isResponsible = (facts: Facts, id: Id): boolean =>
  facts.people.participants[id]?.role === 'responsible' ||
  Object.values(facts.processes).some((p) => p.members.of[id]?.part === 'responsible');

/** Processes that have not ended, by id. */
export const going = (facts: Facts): [Id, Process][] => Object.entries(facts.processes).filter(([, p]) => !p.ended);
/** Since when a participant is in a process, themselves or through somebody who speaks for them; null when they never were. */
function isInSince(p: Process, id: Id): string | null {
  const through = Object.entries(p.members.of).filter(
    ([who, m]) => who === id || (m.part === 'representative' && m.of === id),
  );
  return through.map(([, m]) => m.joinedAt).toSorted()[0] ?? null;
}
/**
 * The processes that are there for a participant: the first they came into, and each other one in which they have answered
 * something. Whatever is planned with them before they are asked is another person's to make known, or the service's (R9, R91);
 * a process of others is none to them. By id, an order that says nothing of when each was opened.
 */
export function ownProcesses(facts: Facts, id: Id): Id[] {
  const theirs = Object.entries(facts.processes).flatMap(([processId, p]) => {
    const since = isInSince(p, id);
    return since === null ? [] : [{ processId, since: `${since}|${p.openedAt}|${processId}` }];
  });
  const [first] = theirs.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const answered = new Set(
    (Object.keys(facts.consent.consents) as ConsentKey[])
      .map(partsOf)
      .flatMap(({ participantId, processId }) => (participantId === id ? [processId] : [])),
  );
  return theirs
    .map(({ processId }) => processId)
    .filter((processId) => processId === first?.processId || answered.has(processId))
    .toSorted();
}
/** The processes that a participant is a member of, and has not left. */
export const processesOf = (facts: Facts, id: Id): Id[] =>
  Object.entries(facts.processes).flatMap(([processId, p]) => (p.members.of[id]?.leftAt === null ? [processId] : []));
