// Whom or what an event concerns, and whom a door could concern now.
import type { CaseEvent, EventType, Facts } from './facts.js';
import type { Id } from './reducers.js';
import { ofRole, takesPart } from './people/taking-part.js';
import { roles } from './vocabulary/people.js';

/** The subject of the door an event passes: participant, words, item, notice; null for the case. */
export function subjectOf(event: CaseEvent): Id | null {
  switch (event.type) {
    case 'contact.attempted':
    case 'preparation.held':
    case 'interest.told':
    case 'name.told':
      return event.participantId;
    case 'words.passed':
    case 'words.receiptTold':
      return event.wordsId;
    case 'item.agreed':
    case 'breach.reported':
      return event.itemId;
    case 'notice.sent':
      return event.noticeId;
    default:
      return null;
  }
}

const everyone = (f: Facts): Id[] =>
  Object.entries(f.people.participants)
    .filter(([, p]) => p.leftAt === null && p.approach !== 'objected')
    .map(([id]) => id);
const candidates: Partial<Record<EventType, (f: Facts) => Id[]>> = {
  'contact.attempted': everyone,
  'preparation.held': (f) => everyone(f).filter((id) => takesPart(f, id)),
  'interest.told': (f) => ofRole(f, 'harmed').map(([id]) => id),
  'name.told': (f) => everyone(f).filter((id) => roles[f.people.participants[id]?.role ?? 'harmed'].party === null),
  'words.passed': (f) =>
    Object.entries(f.exchange.words)
      .filter(([, w]) => !w.passedAt)
      .map(([id]) => id),
  'words.receiptTold': (f) =>
    Object.entries(f.exchange.words)
      .filter(([, w]) => w.passedAt && !w.receiptToldAt)
      .map(([id]) => id),
  'item.agreed': (f) =>
    Object.entries(f.agreement.items)
      .filter(([, i]) => !i.agreedAt)
      .map(([id]) => id),
  'breach.reported': (f) =>
    Object.entries(f.agreement.items)
      .filter(([, i]) => i.outcome?.outcome === 'breached' && !i.reportedAt)
      .map(([id]) => id),
  'notice.sent': (f) => Object.keys(f.post.queued),
};
/** Whom or what a step could be about now; `[null]` for a step about the case. */
export const subjectsFor = (type: EventType, facts: Facts): (Id | null)[] => candidates[type]?.(facts) ?? [null];
