// The steps that move a process on, in the order of the practice: which comes next, and which comes before one that is asked for too early (promise 3).
import { blocker, type Blocker } from './blocker.js';
import { firstDoor, type Door } from './doors.js';
import type { CaseEvent, EventType } from './facts.js';
import type { Id } from './reducers.js';
import type { Settings } from './settings.js';
import { stageOf, type StoredCase } from './stored.js';
import type { Door as DoorName } from './vocabulary/stages.js';

const onward: readonly EventType[] = [
  'suitability.decided',
  'preparation.begun',
  'harmedOnly.completed',
  'preparation.completed',
  'conference.booked',
  'conference.begun',
  'session.resumed',
  'conference.ended',
  'exchange.ended',
  'process.ended',
];

/** The step that a process waits to take, judged; null where there is none. `stored` is in today's shape. */
export function nextStep(stored: StoredCase, processId: Id, at: string, settings: Settings): Door | null {
  const alone = stored.facts.processes[processId]?.type?.type === 'harmedOnly';
  const followedUp = stageOf(stored.state.processes[processId] ?? 'suitability') === 'followUp';
  const leadsOn = (event: EventType, door: DoorName): boolean =>
    event === 'process.ended'
      ? followedUp
      : (door !== 'record' || event === 'conference.ended') && (event === 'harmedOnly.completed') === alone;
  return firstDoor(stored, processId, at, settings, onward, leadsOn);
}

/** Where a later step is asked for: the step that comes first, and what stands before that. Empty where none does. */
export function comesFirst(stored: StoredCase, e: CaseEvent, settings: Settings): Blocker[] {
  const processId = 'processId' in e ? e.processId : undefined;
  if (processId === undefined || !stored.state.processes[processId] || !onward.includes(e.type)) return [];
  const next = nextStep(stored, processId, e.at, settings);
  if (!next || next.door === 'record' || onward.indexOf(next.event) >= onward.indexOf(e.type)) return [];
  return [blocker('step', next.door, 'facilitator'), ...next.blockers];
}
