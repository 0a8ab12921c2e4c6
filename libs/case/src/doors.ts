// Every step a case can take now, each with what stands before it: what pages draw their buttons from (promise 3).
import { getNextTransitions } from 'xstate';
import { rehydrate, type Snapshot } from './advance.js';
import type { Blocker } from './blocker.js';
import type { Through } from './case.machine.js';
import { notWhenClosed } from './checks.js';
import type { EventType, Facts } from './facts.js';
import type { Id } from './reducers.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { type Situation, situations } from './situations.js';
import type { StoredCase } from './stored.js';
import { subjectsFor } from './subjects.js';
import type { Door as DoorName } from './vocabulary/stages.js';

/** A step: the event it waits for, whom or what it is about (null: the case), and why it is shut. `record` steps put something on record and move nothing. */
export interface Door {
  event: EventType;
  door: DoorName;
  about: Id | null;
  kind: 'step' | 'record';
  open: boolean;
  blockers: Blocker[];
}

/** Situations that the facts alone decide; the others depend on what will be said, so both arrows are shown. */
const known: readonly Situation[] = ['aMeeting', 'words'];

// What a case listens to follows from where it stands alone, and the picture does not change: each place is read once.
const arrowsFrom = new Map<string, [EventType, Through[]][]>();
function listened(now: Snapshot): [EventType, Through[]][] {
  const place = JSON.stringify(now.value);
  let found = arrowsFrom.get(place);
  if (!found) {
    const all = Map.groupBy(getNextTransitions(now), (t) => t.eventType as EventType);
    found = [...all].map(([event, ts]) => [event, ts.map((t) => (t.guard as { params: Through }).params)]);
    arrowsFrom.set(place, found);
  }
  return found;
}

/** For each event the case listens to where it stands, the doors of the arrows that fit what is known; all of them when none does. */
function arrows(now: Snapshot): [EventType, DoorName[]][] {
  return listened(now).map(([event, through]) => {
    if (through.length === 1) return [event, [(through[0] as Through).door]];
    const fitting = through.filter((t) => applies(now, t));
    return [event, [...new Set((fitting.length > 0 ? fitting : through).map((t) => t.door))]];
  });
}
const applies = (now: Snapshot, { only }: Through): boolean =>
  only === undefined || !known.includes(only) || situations[only](now.context.facts, undefined as never);

/** The names of the doors that an event would pass where the case stands; empty when it listens to no such event. */
export const doorsOf = (now: Snapshot, type: EventType): DoorName[] =>
  arrows(now).find(([event]) => event === type)?.[1] ?? [];

/**
 * Every step and record of a case at an ISO instant. The judgement is the guard's own: a step that is open here is accepted,
 * as long as what is then said is complete. Throws NewerMachine.
 */
export function doors(stored: StoredCase, at: string, settings: Settings, only?: 'step' | 'record'): Door[] {
  return doorsWhere(stored, at, settings, (_, door) => !only || only === kindOf(door));
}
const kindOf = (door: DoorName): Door['kind'] => (door === 'record' ? 'record' : 'step');

/**
 * The first door of the first of these events that the case listens to, judged; null when it listens to none. Of a list of
 * steps in order only one is judged: judging costs more than finding. Throws NewerMachine.
 */
export function firstDoor(
  stored: StoredCase,
  at: string,
  settings: Settings,
  order: readonly EventType[],
  wanted: (event: EventType, door: DoorName) => boolean,
): Door | null {
  const now = rehydrate(stored, settings);
  const { facts } = now.context;
  const listed = new Map(arrows(now));
  for (const event of order) {
    const door = listed.get(event)?.find((name) => wanted(event, name));
    if (door === undefined || notWhenClosed(event, facts).length > 0) continue;
    const [about] = subjectsFor(event, facts);
    if (about !== undefined) return judged(event, door, about, facts, at, settings);
  }
  return null;
}

function judged(
  event: EventType,
  door: DoorName,
  about: Id | null,
  facts: Facts,
  at: string,
  settings: Settings,
): Door {
  const blockers = blockersBefore(door, facts, at, settings, about);
  return { event, door, about, kind: kindOf(door), open: blockers.length === 0, blockers };
}

/** Only the doors that are wanted: judging one costs more than listing them all. Throws NewerMachine. */
export function doorsWhere(
  stored: StoredCase,
  at: string,
  settings: Settings,
  wanted: (event: EventType, door: DoorName) => boolean,
): Door[] {
  const now = rehydrate(stored, settings);
  const { facts } = now.context;
  return arrows(now).flatMap(([event, names]) => {
    const through = names.filter((door) => wanted(event, door));
    if (through.length === 0 || notWhenClosed(event, facts).length > 0) return [];
    return through.flatMap((door) =>
      subjectsFor(event, facts).map((about) => judged(event, door, about, facts, at, settings)),
    );
  });
}
