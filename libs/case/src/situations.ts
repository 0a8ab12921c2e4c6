// Which of several arrows an event takes: what the situation is, not whether it is allowed.
import type { CaseEvent, EventOf, Facts } from './facts.js';
import { contactAims } from './vocabulary/outcomes.js';
import { processTypes, type Exchange } from './vocabulary/process-types.js';

/** How the process works that an event is about; null until its kind is chosen. */
function exchangeOf(facts: Facts, e: CaseEvent): Exchange | null {
  const processId = 'processId' in e ? e.processId : undefined;
  const type = processId === undefined ? null : facts.processes[processId]?.type;
  return type ? processTypes[type.type].exchange : null;
}
const doorOfContact = (e: CaseEvent) => contactAims[(e as EventOf<'contact.attempted'>).aim]?.door;

/** Each asks one question of the facts and the event; the picture names them. */
export const situations = {
  /** The kind of process is a meeting. */
  aMeeting: (f, e) => exchangeOf(f, e) === 'meeting',
  /** Something passes between the sides. */
  aCommunication: (f, e) => exchangeOf(f, e) === 'communication',
  /** The decision is that the process is suitable. */
  suitable: (_f, e) => e.type === 'suitability.decided' && e.suitable,
  unsuitable: (_f, e) => e.type === 'suitability.decided' && !e.suitable,
  adjourned: (_f, e) => e.type === 'conference.ended' && e.how === 'adjourned',
  /** The contact is about the process itself, or about how the person is. */
  ofSubstance: (_f, e) => doorOfContact(e) === 'approach',
  ofCare: (_f, e) => doorOfContact(e) === 'reachOut',
  /** It happened earlier, and is judged by its own day. */
  recordedLate: (_f, e) => e.deviations !== undefined,
} as const satisfies Record<string, (facts: Facts, event: CaseEvent) => boolean>;
export type Situation = keyof typeof situations;
