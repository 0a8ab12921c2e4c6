// The readers of the pairs: who asks, and what of a case they may come to know.
import {
  summary,
  type CaseEvent,
  type EventType,
  type Facts,
  type Id,
  type Role,
  type Settings,
  type StoredCase,
} from '#libs/case';

/** Who asks: a participant by their role, or somebody of the staff by how they stand to the case. */
export const readers = {
  harmed: { role: 'harmed' },
  responsible: { role: 'responsible' },
  supporter: { role: 'supporter' },
  coHarmed: { role: 'harmed' },
  coResponsible: { role: 'responsible' },
  professional: { role: 'professional' },
  interpreter: { role: 'interpreter' },
  observer: { role: 'observer' },
  untold: { role: 'harmed' },
  otherCase: { role: null },
  elsewhere: { role: null },
  facilitatorElsewhere: { role: null },
  asked: { role: null },
  declared: { role: null },
  released: { role: null },
  managerElsewhere: { role: null },
} as const satisfies Record<string, { role: Role | null }>;
export type Reader = keyof typeof readers;

export const participants: readonly Reader[] = [
  'harmed',
  'responsible',
  'supporter',
  'coHarmed',
  'coResponsible',
  'professional',
  'interpreter',
  'observer',
  'untold',
];
/** Who takes no part in the case: staff, and people of other cases. */
export const outsiders: readonly Reader[] = [
  'otherCase',
  'elsewhere',
  'facilitatorElsewhere',
  'asked',
  'declared',
  'released',
  'managerElsewhere',
];

/** What everybody in a process comes to know, or what is told to the one it is for: these differences are released, and pairs leave them out. */
const released: ReadonlySet<EventType> = new Set<EventType>([
  'case.opened',
  'process.opened',
  'process.split',
  'process.typeChosen',
  'process.ended',
  'member.joined',
  'member.replaced',
  'conference.booked',
  'conference.cancelled',
  'conference.begun',
  'conference.ended',
  'conference.recorded',
  'session.left',
  'agreement.decided',
  'item.agreed',
  'item.progressed',
  'item.recipientTold',
  'case.reopened',
]);
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
  'channel.cleared',
  'needs.recorded',
  'preference.stated',
  'preference.answered',
  // A yes of somebody who is found not to be able to give it cannot count, and says so (R25).
  'capacity.assessed',
  'consent.given',
  'consent.refused',
  'consent.deferred',
  'consent.withdrawn',
  'consent.reconfirmed',
  'readiness.stated',
  'acknowledgement.takenBack',
  'member.left',
  'communication.agreed',
  'communication.takenBack',
  'communication.receiptNoted',
]);

/** Whom an event is about. */
const aboutWhom = (event: CaseEvent): Id | undefined => ('participantId' in event ? event.participantId : undefined);

/** True when this participant may not know of the event: what others do, and what the service finds, also of themselves (R22, R39). */
export const secretToParticipant = (event: CaseEvent, self: Id, personId: Id, facts: Facts): boolean => {
  if (event.by === personId) return false;
  // That another process exists, and all that happens in it, is for its members alone (R81).
  if (!isOfTheirs(event, self, facts)) return true;
  if (released.has(event.type)) return false;
  // Their own words, written down for them.
  if (event.type === 'communication.drafted') return event.from !== self;
  if (event.type === 'name.told' || event.type === 'interest.told') return event.to !== self;
  // What is passed on comes to its receiver; that it came, to its sender, when that is let be known (R50).
  if (event.type === 'communication.passed') return sent(event, facts)?.to !== self;
  if (event.type === 'communication.receiptTold') return sent(event, facts)?.from !== self;
  if (event.type === 'participant.joined' && event.personId === personId) return false;
  return !(own.has(event.type) && aboutWhom(event) === self);
};

const sent = ({ processId, communicationId }: { processId: Id; communicationId: Id }, facts: Facts) =>
  facts.processes[processId]?.communication.of[communicationId];
/** Whether an event is about the case, or about a process of which this participant is or becomes a member. */
function isOfTheirs(event: CaseEvent, self: Id, facts: Facts): boolean {
  const ids = 'processId' in event && event.processId !== undefined ? [event.processId] : [];
  if (ids.length === 0 || event.type === 'case.opened') return true;
  if (event.type === 'process.opened') return event.members.some(({ participantId }) => participantId === self);
  if (aboutWhom(event) === self || (event.type === 'member.replaced' && event.newParticipantId === self)) return true;
  return ids.some((id) => facts.processes[id]?.members.of[self] !== undefined);
}

/** True when staff who work on other cases, or were only asked (R42), may not know of it: all but the stage and their own part. */
export const secretToStaff = (
  event: CaseEvent,
  before: StoredCase,
  after: StoredCase,
  id: Id,
  settings: Settings,
): boolean => {
  const stage = (stored: StoredCase) => summary(stored, event.at, settings).stage;
  return event.by !== id && !('staffId' in event && event.staffId === id) && stage(before) === stage(after);
};
