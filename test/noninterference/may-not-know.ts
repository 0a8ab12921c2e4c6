// What a reader may not know of, by hand from practice.md (R22, R39, R42, R50, R58, R67, R81, R91) and from what their pages may tell them.
import type { CaseEvent, EventType, Facts, Id, Member } from '#libs/case';
import { seesStage, type Reader } from './readers.js';

/** Who asks: the parts they take under their person, or which of the staff they are. */
export interface Who {
  readonly reader: Reader;
  readonly member: Id;
  readonly personId: Id;
  readonly self: Id;
}

/** What a person says themselves, or is asked and told about themselves. */
const own: ReadonlySet<EventType> = new Set<EventType>([
  'participant.joined',
  'participant.left',
  'age.confirmed',
  'approach.confirmed',
  'appropriateAdult.named',
  'offer.made',
  'initiative.recorded',
  'contact.attempted',
  'safeContact.recorded',
  'needs.recorded',
  'preference.stated',
  'preference.answered',
  'help.asked',
  'help.answered',
  // a yes of somebody who is found not to be able to give it cannot count, and says so (R25)
  'capacity.assessed',
  'bestInterests.decided',
  'bestInterests.ended',
  'consent.given',
  'consent.refused',
  'consent.deferred',
  'consent.withdrawn',
  'consent.reconfirmed',
  // they were there
  'preparation.held',
  'readiness.stated',
  'acknowledgement.takenBack',
  'member.left',
  'session.steppedOut',
  'communication.agreed',
  'communication.takenBack',
  'communication.receiptNoted',
]);

/** All under which the reader takes part: whoever left and came back is there twice (R92). */
export const selvesOf = ({ people }: Facts, personId: Id): Id[] =>
  Object.entries(people.participants).flatMap(([id, p]) => (p.personId === personId ? [id] : []));

/** Whether a process is there for the reader: the first they came into, or one in which they have answered something (R81, R91). */
export function isTheirs(processId: Id, self: Id, facts: Facts, journal: readonly CaseEvent[]): boolean {
  const since = (id: Id): string | undefined => {
    const of: Readonly<Record<Id, Member>> = facts.processes[id]?.members.of ?? {};
    const spokenFor = Object.values(of).filter((m) => m.part === 'representative' && m.of === self);
    return [...(of[self] ? [of[self]] : []), ...spokenFor].map((m) => m.joinedAt).toSorted()[0];
  };
  const mine = Object.keys(facts.processes).filter((id) => since(id) !== undefined);
  if (!mine.includes(processId)) return false;
  const first = mine.every((id) => `${since(processId)}` <= `${since(id)}`);
  return (
    first ||
    journal.some(
      (e) => e.type.startsWith('consent.') && 'purpose' in e && e.participantId === self && e.processId === processId,
    )
  );
}

/** True when this participant may not know of it: what others say and do, what the service finds, also of themselves, and every process but their own. */
export function secretToParticipant(
  event: CaseEvent,
  { personId }: Who,
  facts: Facts,
  journal: readonly CaseEvent[],
  atEnd: boolean,
): boolean {
  const selves = selvesOf(facts, personId);
  const isSelf = (id: Id | null | undefined): boolean => id !== null && id !== undefined && selves.includes(id);
  if (event.by === personId) return false;
  if (event.type === 'participant.joined') return event.personId !== personId;
  if (own.has(event.type) && 'participantId' in event && isSelf(event.participantId)) return false;
  const process = 'processId' in event && event.processId ? facts.processes[event.processId] : undefined;
  const isBooked = process?.conference.booking?.attendees.some(isSelf) ?? false;
  const isPresent = process?.conference.session?.attended.some(isSelf) ?? false;
  const sent = 'communicationId' in event ? process?.communication.of[event.communicationId] : undefined;
  switch (event.type) {
    // the kind of their own process, and the meeting they are to come to
    case 'process.typeChosen':
      return !selves.some((self) => isTheirs(event.processId, self, facts, journal));
    case 'conference.booked':
      return !isBooked && !event.attendees.some(isSelf);
    case 'conference.begun':
    case 'conference.recorded':
      return !isBooked && !isPresent && !event.attended.some(isSelf);
    case 'conference.ended':
      return !isPresent;
    // that they are back in a process of theirs
    case 'member.joined':
      return !isSelf(event.participantId) || !isTheirs(event.processId, event.participantId, facts, journal);
    // whoever goes on in another process is asked again in it, and has left the first
    case 'process.split':
      return ![...event.move, ...event.also].some(isSelf);
    case 'member.replaced':
      return !isSelf(event.participantId) && !isSelf(event.newParticipantId);
    // endings are told at a moment of the service's own, which has not come where nothing comes after them
    case 'process.ended':
      return atEnd || !selves.some((self) => isTheirs(event.processId, self, facts, journal));
    case 'case.closed':
    case 'case.reopened':
      return atEnd;
    // their own words, what is passed on to them, and what others let them know (R50, R58, R67)
    case 'communication.drafted':
      return !isSelf(event.from);
    case 'communication.passed':
      return !isSelf(sent?.to);
    case 'communication.receiptTold':
      return !isSelf(sent?.from);
    case 'name.told':
    case 'interest.told':
      return !isSelf(event.to);
    case 'item.recipientTold':
      return !isSelf(process?.agreement.items[event.itemId]?.recipient);
    default:
      return true;
  }
}

// Where a case with several processes stands for whoever sees its stage alone: by hand, the most pressing first.
const stages = [
  'interrupted',
  'underWay',
  'booked',
  'exchange',
  'arranging',
  'preparation',
  'consent',
  'suitability',
  'followUp',
  'ended',
];
const conference = ['interrupted', 'underWay', 'booked', 'arranging'];
interface Standing {
  readonly state: { readonly case: string; readonly processes: Readonly<Record<Id, unknown>> };
}
function stageOf({ state }: Standing): string {
  if (state.case === 'closed') return 'closed';
  const places = Object.values(state.processes).map((place) => JSON.stringify(place));
  const first = stages.find((name) => places.some((place) => place.includes(`"${name}"`))) ?? '';
  return conference.includes(first) ? 'conference' : first;
}
/** True when staff who do not work on the case may not know of it: everything, but for those who were asked the stage and their own part in it (R42). */
export const secretToStaff = (event: CaseEvent, { reader, member }: Who, before: Standing, after: Standing): boolean =>
  event.by !== member &&
  !('staffId' in event && event.staffId === member) &&
  (!seesStage(reader) || stageOf(before) === stageOf(after));

/** True when somebody in the case who was not told of it may not know of it: all but what is about themselves (R4, R9). */
export const secretToUntold = (event: CaseEvent, { self, personId }: Who): boolean =>
  event.by !== personId &&
  event.type !== 'participant.joined' &&
  !('participantId' in event && event.participantId === self);
