// Deciding: whether an event may happen to a case now, what the case is afterwards, and what must follow.
import { advance } from './advance.js';
import { blocker, type Blocker } from './blocker.js';
import { invalidEvent } from './checks.js';
import { doorsOf } from './doors.js';
import { effectsOf, type Effect } from './effects.js';
import { heardWhere } from './heard-where.js';
import { factsOf, type CaseEvent, type EventOf } from './facts.js';
import { inUtc, invalidFormat } from './invalid-format.js';
import { deviationsOf } from './late/judge.js';
import { comesFirst } from './onward.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { MACHINE_VERSION, upgrade, type StoredCase } from './stored.js';
import { subjectOf } from './subjects.js';
import type { Position } from './vocabulary/people.js';

/** `event` is what goes into the journal: what was recorded late carries what stood before it. */
export interface Decision {
  ok: true;
  next: StoredCase;
  event: CaseEvent;
  effects: Effect[];
}
/**
 * `not-now`: the case does not listen to this where it stands; where another step of the process comes first, that step and
 * what stands before it. `blocked`: it does, and these stand before it. `not-permitted`: not by this person.
 */
export interface Refusal {
  ok: false;
  why: 'not-now' | 'blocked' | 'not-permitted';
  blockers: readonly Blocker[];
  /** Of what is not permitted: who may. */
  whoMay?: readonly Position[];
}

/** A case from the event that opens it. */
export function open(event: EventOf<'case.opened'>, settings: Settings): Decision {
  const facts = factsOf(event);
  const next: StoredCase = {
    machineVersion: MACHINE_VERSION,
    state: { case: 'open', processes: { [event.processId]: 'suitability' } },
    facts,
  };
  return { ok: true, next, event, effects: effectsOf(null, next, event, settings) };
}

/**
 * What an event does to a case, or why it cannot happen. What happened earlier (`on`) is judged by its own day, for which
 * `journal`, the whole of the case, is needed. Throws NewerMachine when the case is newer than this process.
 */
export function decide(
  stored: StoredCase,
  said: CaseEvent,
  settings: Settings,
  journal: readonly CaseEvent[] | null = null,
): Decision | Refusal {
  const now = upgrade(stored);
  const { deviations: _never, ...own } = said;
  const odd = invalidFormat(own as CaseEvent);
  if (odd.length > 0) return { ok: false, why: 'blocked', blockers: odd };
  const event = inUtc(own as CaseEvent);
  const judged =
    event.on === undefined || invalidEvent(event, now.facts, settings).length > 0
      ? event
      : ({ ...event, deviations: deviationsOf(event, needed(journal), settings) } as CaseEvent);
  const next = advance(now, judged, settings);
  if (next) return { ok: true, next, event: judged, effects: effectsOf(now, next, judged, settings) };
  return refusal(now, event, settings);
}
function needed(journal: readonly CaseEvent[] | null): readonly CaseEvent[] {
  if (!journal) throw new TypeError('What is recorded late is judged with the journal of the case');
  return journal;
}

function refusal(now: StoredCase, event: CaseEvent, settings: Settings): Refusal {
  const arrows = doorsOf(now, event);
  const wrong = invalidEvent(event, now.facts, settings);
  if (arrows.length === 0) return wrong.length > 0 ? blocked(wrong) : notNow(now, event, settings);
  const before = arrows.map((door) => blockersBefore(door, now.facts, event.at, settings, subjectOf(event)));
  const blockers = [...wrong, ...shortest(before)];
  return blockers.length > 0 ? blocked(blockers) : notNow(now, event, settings);
}
/** What comes first where that is known; else that the case, or the process, has not come to it (promise 3). */
function notNow(now: StoredCase, event: CaseEvent, settings: Settings): Refusal {
  const first = comesFirst(now, event, settings);
  const of = 'processId' in event && event.processId !== undefined ? event.processId : 'case';
  return {
    ok: false,
    why: 'not-now',
    blockers: first.length > 0 ? first : [blocker('notHere', heardWhere(event.type).join() || of, 'facilitator')],
  };
}
const blocked = (blockers: readonly Blocker[]): Refusal => ({ ok: false, why: 'blocked', blockers });
/** Of several arrows for one event, the one that has least before it. */
const shortest = (lists: Blocker[][]): Blocker[] =>
  lists.filter((l) => l.length > 0).toSorted((a, b) => a.length - b.length)[0] ?? [];
