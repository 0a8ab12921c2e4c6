// Whom an entry of a journal is about: the person who asks, another person, or the case. What is about another person never leaves (R70).
import { textFields, type CaseEvent, type Facts, type Id } from '#libs/case';

/** `own`: given as it is. `review`: written by staff about them or about the case; staff decide. `others`: not theirs. */
export type Concern = 'own' | 'review' | 'others';

/** What a person themselves said or was told, or was done with them: given without review. */
const own: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
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
  'consent.given',
  'consent.refused',
  'consent.deferred',
  'consent.withdrawn',
  'consent.reconfirmed',
  'readiness.stated',
  'preparation.held',
  'session.checked',
  'session.steppedOut',
  'acknowledgement.takenBack',
  'member.joined',
  'member.left',
  'communication.drafted',
  'communication.agreed',
  'communication.takenBack',
  'followUp.done',
  'information.shared',
]);

/** Entries about colleagues or the program alone: about no participant. */
const aboutNobody: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'facilitator.asked',
  'conflict.declared',
  'facilitator.assigned',
  'facilitator.released',
  'notice.sent',
  'deadline.passed',
  'communication.passed',
  'communication.screened',
  'communication.secondChecked',
  'communication.receiptNoted',
  'communication.receiptTold',
  'interest.told',
  'name.told',
]);

/** Whom the event names as its subject; null when it is about the case. */
function subjectOf(event: CaseEvent, facts: Facts): readonly Id[] | null {
  if ('participantId' in event && event.participantId !== undefined) return [event.participantId];
  if ('about' in event && event.about !== undefined) {
    if (facts.people.participants[event.about]) return [event.about];
    const about = senderOrDoer(facts, event.about);
    if (about) return about;
  }
  if ('attendees' in event) return event.attendees;
  if ('attended' in event) return event.attended;
  if ('communicationId' in event) return senderOrDoer(facts, event.communicationId);
  if ('itemId' in event) return senderOrDoer(facts, event.itemId);
  return withinScope(event, facts);
}

/** Whom a concern or freeze is about; else, of an event of one process, everybody who ever took part in that; null for the case. */
function withinScope(event: CaseEvent, facts: Facts): readonly Id[] | null {
  const { concerns, freezes } = facts.safeguarding;
  const scope =
    ('concernId' in event ? concerns[event.concernId] : undefined) ??
    ('freezeId' in event ? (freezes[event.freezeId] ?? concerns[event.freezeId]) : undefined);
  if (scope?.participantId) return [scope.participantId];
  const processId = scope?.processId ?? ('processId' in event ? event.processId : undefined);
  const process = processId === undefined ? undefined : facts.processes[processId];
  return process ? Object.keys(process.members.of) : null;
}

/** The sender of a communication; the doer of an item, and for whom. */
function senderOrDoer(facts: Facts, id: Id): readonly Id[] | null {
  for (const { communication, agreement } of Object.values(facts.processes)) {
    const sent = communication.of[id];
    if (sent) return [sent.from];
    const item = agreement.items[id];
    if (item) return item.recipient ? [item.doer, item.recipient] : [item.doer];
  }
  return null;
}

/** A meeting is for everybody who attends it. */
const meetings: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'conference.booked',
  'conference.begun',
  'conference.recorded',
]);

/** Whether another participant said it, or it answers a concern that another participant raised: what they said is theirs alone. */
function isAnothersWord(event: CaseEvent, facts: Facts, participantId: Id): boolean {
  const own = facts.people.participants[participantId]?.personId;
  const isAnother = (author: Id): boolean =>
    author !== own && Object.values(facts.people.participants).some(({ personId }) => personId === author);
  if (isAnother(event.by)) return true;
  const { concerns } = facts.safeguarding;
  const raised =
    ('concernId' in event ? concerns[event.concernId] : undefined) ??
    ('freezeId' in event ? concerns[event.freezeId] : undefined);
  return raised !== undefined && isAnother(raised.by);
}

/** Whether an entry is theirs, waits for a decision, or belongs to others. */
export function concernOf(event: CaseEvent, facts: Facts, participantId: Id): Concern {
  if (aboutNobody.has(event.type) || isAnothersWord(event, facts, participantId)) return 'others';
  const subject = subjectOf(event, facts);
  if (subject && !subject.includes(participantId)) return 'others';
  if (meetings.has(event.type)) return 'own';
  if (subject && own.has(event.type)) return speaksToSafeguarding(event) ? 'review' : 'own';
  return 'review';
}

/** Whether an entry names words that are for safeguarding alone. */
const speaksToSafeguarding = (event: CaseEvent): boolean =>
  Object.entries((textFields as Record<string, Record<string, string>>)[event.type] ?? {}).some(
    ([field, audience]) => audience === 'safeguarding' && field in event,
  );

/** The ids of the words an event names. */
export function textsNamedBy(event: CaseEvent): Id[] {
  if (event.type === 'facilitator.assigned') return event.override ? [event.override.reason] : [];
  const fields = Object.keys((textFields as Record<string, object>)[event.type] ?? {});
  const values = event as unknown as Record<string, unknown>;
  return fields.map((field) => values[field]).filter((id): id is Id => typeof id === 'string');
}
