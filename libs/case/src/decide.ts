// Deciding: whether an event may happen to a case now, what the case is afterwards, and what must follow.
import { initialTransition } from 'xstate';
import { advance, rehydrate } from './advance.js';
import type { Blocker } from './blocker.js';
import { caseMachine } from './case.machine.js';
import { invalidEvent } from './checks.js';
import { doorsOf } from './doors.js';
import { effectsOf, type Effect } from './effects.js';
import type { CaseEvent, EventOf } from './facts.js';
import { invalidFormat } from './invalid-format.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { MACHINE_VERSION, type StateValue, type StoredCase } from './stored.js';
import { subjectOf } from './subjects.js';

export interface Decision {
  ok: true;
  next: StoredCase;
  effects: Effect[];
}
/** `not-now`: the case does not listen to this where it stands. `blocked`: it does, and these stand before it. `not-permitted`: not by this person. */
export interface Refusal {
  ok: false;
  why: 'not-now' | 'blocked' | 'not-permitted';
  blockers: readonly Blocker[];
}

/** A case from the event that opens it. */
export function open(event: EventOf<'case.opened'>, settings: Settings): Decision {
  const [s] = initialTransition(caseMachine, { opened: event, settings: null });
  if (s.status === 'error') throw s.error;
  const next: StoredCase = { machineVersion: MACHINE_VERSION, state: s.value as StateValue, facts: s.context.facts };
  return { ok: true, next, effects: effectsOf(null, next.facts, event, settings) };
}

/** What an event does to a case, or why it cannot happen. Throws NewerMachine when the case is newer than this process. */
export function decide(stored: StoredCase, event: CaseEvent, settings: Settings): Decision | Refusal {
  const now = rehydrate(stored, settings);
  const next = advance(now, event);
  if (next) return { ok: true, next, effects: effectsOf(now.context.facts, next.facts, event, settings) };
  const odd = invalidFormat(event);
  if (odd.length > 0) return { ok: false, why: 'blocked', blockers: odd };
  const arrows = doorsOf(now, event.type);
  if (arrows.length === 0) return { ok: false, why: 'not-now', blockers: [] };
  const blockers = [
    ...invalidEvent(event, now.context.facts, settings),
    ...shortest(arrows.map((door) => blockersBefore(door, now.context.facts, event.at, settings, subjectOf(event)))),
  ];
  return blockers.length > 0 ? { ok: false, why: 'blocked', blockers } : { ok: false, why: 'not-now', blockers: [] };
}

/** Of several arrows for one event, the one that has least before it. */
const shortest = (lists: Blocker[][]): Blocker[] =>
  lists.filter((l) => l.length > 0).toSorted((a, b) => a.length - b.length)[0] ?? [];
