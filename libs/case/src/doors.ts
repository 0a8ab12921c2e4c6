// Every step a case can take now, each with what stands before it: what pages draw their buttons from (promise 3).
import { getNextTransitions } from 'xstate';
import { rehydrate, type Snapshot } from './advance.js';
import type { Blocker } from './blocker.js';
import type { Through } from './case.machine.js';
import { notWhenClosed } from './checks.js';
import type { EventType } from './facts.js';
import type { Id } from './learning.js';
import { standingBefore } from './rules.js';
import type { Settings } from './settings.js';
import type { Situation } from './situations.js';
import { situations } from './situations.js';
import type { StoredCase } from './stored.js';
import { subjectsFor } from './subjects.js';
import type { Door as DoorName } from './vocabulary/index.js';

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

function arrows(now: Snapshot): { event: EventType; through: Through }[] {
  return getNextTransitions(now).map((t) => ({
    event: t.eventType as EventType,
    through: (t.guard as { params: Through }).params,
  }));
}
const applies = (now: Snapshot, { only }: Through): boolean =>
  only === undefined || !known.includes(only) || situations[only](now.context.facts, undefined as never);

/** The names of the doors that an event would pass where the case stands; empty when it listens to no such event. */
export const doorsOf = (now: Snapshot, type: EventType): DoorName[] => {
  const all = arrows(now).filter((a) => a.event === type);
  const fitting = all.filter((a) => applies(now, a.through));
  return (fitting.length > 0 ? fitting : all).map((a) => a.through.door);
};

/**
 * Every step and record of a case at an ISO instant. The judgement is the guard's own: a step that is open here is accepted,
 * as long as what is then said is complete. Throws NewerMachine.
 */
export function doors(stored: StoredCase, at: string, settings: Settings, only?: 'step' | 'record'): Door[] {
  const now = rehydrate(stored, settings);
  const { facts } = now.context;
  const seen = new Set<string>();
  return arrows(now).flatMap(({ event, through }): Door[] => {
    const kind = through.door === 'record' ? 'record' : 'step';
    const name = `${event}|${through.door}`;
    if (
      seen.has(name) ||
      (only && only !== kind) ||
      !(applies(now, through) || doorsOf(now, event)[0] === through.door)
    )
      return [];
    seen.add(name);
    const closed = notWhenClosed(event, facts);
    if (closed.length > 0) return [];
    return subjectsFor(event, facts).map((about) => {
      const blockers = standingBefore(through.door, facts, at, settings, about);
      return { event, door: through.door, about, kind, open: blockers.length === 0, blockers };
    });
  });
}
