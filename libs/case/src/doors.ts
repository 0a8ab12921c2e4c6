// Every step a case or one of its processes can take now, each with what stands before it: what pages draw their buttons from (promise 3).
import { getNextTransitions } from 'xstate';
import { caseAt, isOfProcess, processAt, type CaseSnapshot, type ProcessSnapshot } from './advance.js';
import type { Blocker } from './blocker.js';
import { notWhenClosed } from './checks.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import type { Through } from './picture.js';
import { notWhenEnded } from './process/after-ending.js';
import type { Id } from './reducers.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { situations, type Situation } from './situations.js';
import { upgrade, type StoredCase } from './stored.js';
import { subjectsFor } from './subjects.js';
import type { Door as DoorName } from './vocabulary/stages.js';

/** A step: the event it waits for, in which process (null: the case), whom or what it is about, and why it is shut. `record` steps put something on record and move nothing. */
export interface Door {
  event: EventType;
  door: DoorName;
  processId: Id | null;
  about: Id | null;
  kind: 'step' | 'record';
  open: boolean;
  blockers: Blocker[];
}

/** Situations that the facts alone decide; the others depend on what will be said, so each of their arrows is shown. */
const known: readonly Situation[] = ['aMeeting', 'aCommunication'];

// What is listened to follows from where a case or process stands alone, and the picture does not change: each place is read once.
const arrowsFrom = new Map<string, [EventType, Through[]][]>();
function listened(now: CaseSnapshot | ProcessSnapshot): [EventType, Through[]][] {
  const place = JSON.stringify(now.value);
  let found = arrowsFrom.get(place);
  if (!found) {
    const ts = getNextTransitions(now as ProcessSnapshot).flatMap((t) => {
      const guard = t.guard as { type: string; params: Through } | undefined;
      return guard?.type === 'open' && guard.params.only !== 'recordedLate'
        ? [[t.eventType as EventType, guard.params] as const]
        : [];
    });
    const all = Map.groupBy(ts, ([event]) => event);
    found = [...all].map(([event, of]) => [event, of.map(([, params]) => params)]);
    arrowsFrom.set(place, found);
  }
  return found;
}

/** For each event listened to where a case or process stands, the doors of the arrows that fit what is known; all of them when none does. */
function arrows(stored: StoredCase, processId: Id | null): [EventType, DoorName[]][] {
  const now = processId === null ? caseAt(stored, null) : processAt(stored, processId, null);
  return listened(now).map(([event, through]) => {
    if (through.length === 1) return [event, [(through[0] as Through).door]];
    const fitting = through.filter((t) => applies(stored.facts, processId, t));
    return [event, [...new Set((fitting.length > 0 ? fitting : through).map((t) => t.door))]];
  });
}
const applies = (facts: Facts, processId: Id | null, { only }: Through): boolean =>
  only === undefined || !known.includes(only) || situations[only](facts, { processId } as unknown as CaseEvent);

/**
 * The names of the doors that an event would pass where the case stands, in the situation that it speaks of; empty when
 * nothing listens to it. `stored` is in today's shape.
 */
export function doorsOf(stored: StoredCase, e: CaseEvent): DoorName[] {
  const processId = isOfProcess(e.type) && 'processId' in e ? (e.processId ?? null) : null;
  if (isOfProcess(e.type) && (processId === null || !stored.state.processes[processId])) return [];
  const now = processId === null ? caseAt(stored, null) : processAt(stored, processId, null);
  const through = listened(now).find(([event]) => event === e.type)?.[1] ?? [];
  const fitting = through.filter(({ only }) => only === undefined || situations[only](stored.facts, e));
  return [...new Set((fitting.length > 0 ? fitting : through).map(({ door }) => door))];
}

/** Whether nothing listens to this any more, because the case is closed or the process has ended. */
const isOver = (event: EventType, facts: Facts, processId: Id | null): boolean =>
  notWhenClosed(event, facts).length > 0 || notWhenEnded(event, facts, processId).length > 0;

const kindOf = (door: DoorName): Door['kind'] => (door === 'record' ? 'record' : 'step');
function judged(
  at: string,
  settings: Settings,
  facts: Facts,
  step: Pick<Door, 'event' | 'door' | 'about' | 'processId'>,
): Door {
  const { about, processId } = step;
  const blockers = blockersBefore(step.door, facts, at, settings, { about, processId });
  return { ...step, kind: kindOf(step.door), open: blockers.length === 0, blockers };
}

/**
 * Every step and record of a case and then of each of its processes, at an ISO instant. The judgement is the guard's own: a
 * step that is open here is accepted, as long as what is then said is complete. Throws NewerMachine.
 */
export const doors = (stored: StoredCase, at: string, settings: Settings, only?: 'step' | 'record'): Door[] =>
  doorsWhere(stored, at, settings, (_, door) => !only || only === kindOf(door));

/** Only the doors that are wanted: judging one costs more than listing them all. Throws NewerMachine. */
export function doorsWhere(
  stored: StoredCase,
  at: string,
  settings: Settings,
  wanted: (event: EventType, door: DoorName) => boolean,
): Door[] {
  const now = upgrade(stored);
  const { facts } = now;
  return [null, ...Object.keys(now.state.processes)].flatMap((processId) =>
    arrows(now, processId).flatMap(([event, names]) => {
      const through = names.filter((door) => wanted(event, door));
      if (through.length === 0 || isOver(event, facts, processId)) return [];
      return through.flatMap((door) =>
        subjectsFor(event, facts, processId).map((about) =>
          judged(at, settings, facts, { event, door, about, processId }),
        ),
      );
    }),
  );
}

/**
 * The first door of the first of these events that one process, or the case (null), listens to, judged; null when it listens
 * to none. Of a list of steps in order only one is judged: judging costs more than finding. `stored` is in today's shape.
 */
export function firstDoor(
  stored: StoredCase,
  processId: Id | null,
  at: string,
  settings: Settings,
  order: readonly EventType[],
  wanted: (event: EventType, door: DoorName) => boolean,
): Door | null {
  const { facts } = stored;
  const listed = new Map(arrows(stored, processId));
  for (const event of order) {
    const door = listed.get(event)?.find((name) => wanted(event, name));
    if (door === undefined || isOver(event, facts, processId)) continue;
    const [about] = subjectsFor(event, facts, processId);
    if (about !== undefined) return judged(at, settings, facts, { event, door, about, processId });
  }
  return null;
}
