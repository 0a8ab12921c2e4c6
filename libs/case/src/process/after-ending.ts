// What a process still hears after it has ended: what happened before and is written down late, what was agreed, follow-up, and what a person says of themselves (R82, R95).
import { when, type Blocker } from '../blocker.js';
import type { CaseEvent, EventType, Facts } from '../facts.js';
import { inOwnVoice } from '../people/informed.js';
import type { Id } from '../reducers.js';
import { isAfter } from '#libs/time';

/** Work on a process that has ended is work on another process: one is opened for it. */
const isWork: ReadonlySet<EventType> = new Set<EventType>([
  'process.split',
  'process.typeChosen',
  'process.ended',
  'member.joined',
  'member.replaced',
  'suitability.decided',
  'approval.needed',
  'approval.given',
  'preparation.held',
  'preparation.begun',
  'preparation.completed',
  'readiness.stated',
  'arrangement.settled',
  'coWorking.agreed',
  'conference.booked',
  'conference.cancelled',
  'conference.begun',
  'conference.ended',
  'session.steppedOut',
  'session.paused',
  'session.checked',
  'session.resumed',
  'exchange.ended',
  'harmedOnly.completed',
  'communication.drafted',
  'communication.agreed',
  'communication.screened',
  'communication.secondChecked',
  'communication.held',
  'communication.takenBack',
  'agreement.decided',
  'item.proposed',
]);

/** Why a process that has ended does not listen to this; empty when it does, or goes on. */
export function notWhenEnded(type: EventType, facts: Facts, processId: Id | null): Blocker[] {
  const ended = processId === null ? null : facts.processes[processId]?.ended;
  return when(Boolean(ended) && isWork.has(type), 'ended', processId ?? '', 'facilitator', ended?.at ?? null);
}
/** The same of an event: what happened before the end may be written down, and nobody learns of the end by speaking for themselves (R22). */
export function afterItsEnd(e: CaseEvent, facts: Facts): Blocker[] {
  const processId = 'processId' in e ? (e.processId ?? null) : null;
  const ended = processId === null ? null : facts.processes[processId]?.ended;
  if (!ended || inOwnVoice(e, facts)) return [];
  return e.on !== undefined && !isAfter(e.on, ended.at) ? [] : notWhenEnded(e.type, facts, processId);
}
