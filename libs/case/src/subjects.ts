// Whom or what an event concerns, and whom a door could concern now.
import type { CaseEvent, EventType, Facts } from './facts.js';
import { partsOf, type ConsentKey } from './consent/facts.js';
import type { Process } from './process/facts.js';
import { present } from './process/members.js';
import type { Subject } from './question.js';
import { happenedAt, type Id } from './reducers.js';

/** Whom or what the door of an event concerns. */
export function subjectOf(e: CaseEvent): Subject {
  const processId = 'processId' in e ? (e.processId ?? null) : null;
  switch (e.type) {
    case 'contact.attempted':
    case 'preparation.held':
      return { about: e.participantId, processId };
    case 'interest.told':
    case 'name.told':
      return { about: `${e.participantId}|${e.to}` };
    case 'information.shared':
      return { about: e.participantId };
    case 'communication.passed':
    case 'communication.receiptTold':
      return { about: e.communicationId, processId };
    case 'item.agreed':
    case 'item.notKeptReported':
      return { about: e.itemId, processId };
    case 'notice.sent':
      return { about: e.noticeId };
    case 'conference.booked':
      return { processId, attendees: e.attendees, meetsAt: e.startsAt };
    case 'conference.begun':
    case 'conference.recorded':
      return { processId, attendees: e.attended, meetsAt: happenedAt(e) };
    default:
      return { processId };
  }
}

const reachable = (f: Facts): Id[] =>
  Object.entries(f.people.participants)
    .filter(([, p]) => p.leftAt === null && p.approach !== 'objected')
    .map(([id]) => id);
/** Pairs of which one has been asked whether the other may know something of them. */
const askedAbout = (f: Facts, purpose: 'interest' | 'nameKnown'): Id[] =>
  (Object.keys(f.consent.consents) as ConsentKey[]).flatMap((key) => {
    const k = partsOf(key);
    return k.purpose === purpose ? [`${k.participantId}|${k.about}`] : [];
  });

const ofCase: Partial<Record<EventType, (f: Facts) => Id[]>> = {
  'contact.attempted': reachable,
  'interest.told': (f) => askedAbout(f, 'interest'),
  'name.told': (f) => askedAbout(f, 'nameKnown'),
  'notice.sent': (f) => Object.keys(f.post.queued),
};
const keysWhere = <V>(record: Record<Id, V>, holds: (value: V) => boolean): Id[] =>
  Object.entries(record)
    .filter(([, value]) => holds(value))
    .map(([id]) => id);
const ofProcess: Partial<Record<EventType, (p: Process) => Id[]>> = {
  'preparation.held': (p) => present(p).map(([id]) => id),
  'communication.passed': (p) => keysWhere(p.communication.of, (c) => c.passedAt === null),
  'communication.receiptTold': (p) =>
    keysWhere(p.communication.of, (c) => c.passedAt !== null && c.receiptToldAt === null),
  'item.agreed': (p) => keysWhere(p.agreement.items, (i) => i.agreedAt === null),
  'item.notKeptReported': (p) =>
    keysWhere(p.agreement.items, (i) => i.outcome?.outcome === 'notKept' && i.reportedAt === null),
};

/** Whom or what a step could be about now; `[null]` for a step about the case or the whole process. */
export function subjectsFor(type: EventType, facts: Facts, processId: Id | null): (Id | null)[] {
  const process = processId === null ? undefined : facts.processes[processId];
  return (process ? ofProcess[type]?.(process) : ofCase[type]?.(facts)) ?? [null];
}
