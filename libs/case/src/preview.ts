// What an event would do, without doing it: for a page that asks "are you sure?".
import { decide, type Decision, type Refusal } from './decide.js';
import type { Effect, Task } from './effects.js';
import type { CaseEvent } from './facts.js';
import type { Id } from './reducers.js';
import type { Settings } from './settings.js';
import { stageOf, upgrade, type StoredCase } from './stored.js';
import type { Stage } from './vocabulary/stages.js';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;
/** Where a process would go, who would be told what and when, which messages would be cancelled, what staff would see. */
export interface Preview {
  would: Decision | Refusal;
  /** Processes that would stand elsewhere, by id. */
  moves: Record<Id, { from: Stage | null; to: Stage }>;
  told: Of<'notice.queue'>[];
  cancelled: Of<'notice.cancel'>[];
  /** Processes whose meeting would be called off. */
  meetingsCalledOff: Id[];
  tasks: Task[];
}

/** Judged exactly as `decide` does; nothing is kept. */
export function preview(
  old: StoredCase,
  event: CaseEvent,
  settings: Settings,
  journal: readonly CaseEvent[] | null = null,
): Preview {
  const would = decide(old, event, settings, journal);
  return would.ok
    ? { ...previewOf(old, would.next, [event], would.effects), would }
    : { ...previewOf(old, null, [], []), would };
}

/** What becomes of a case that these events would leave so, `next`, with these effects; nothing where they would not happen. */
export function previewOf(
  old: StoredCase,
  next: StoredCase | null,
  told: readonly CaseEvent[],
  effects: readonly Effect[],
): Omit<Preview, 'would'> {
  const stored = upgrade(old);
  const after = next ?? stored;
  const of = <T extends Effect['type']>(type: T) => effects.filter((e): e is Of<T> => e.type === type);
  const moved = Object.entries(after.state.processes).flatMap(([id, place]) => {
    const was = stored.state.processes[id];
    const from = was === undefined ? null : stageOf(was);
    return from === stageOf(place) ? [] : [[id, { from, to: stageOf(place) }] as const];
  });
  const off = Object.keys(after.facts.processes).filter(
    (id) => meets(stored, id) && !meets(after, id) && !told.some((event) => tookPlace(event, id, of('notice.queue'))),
  );
  return {
    moves: Object.fromEntries(moved),
    told: of('notice.queue'),
    cancelled: of('notice.cancel'),
    tasks: of('task'),
    meetingsCalledOff: off,
  };
}
/** Whether the meeting ended, or is written up as the one that was booked: then nobody is told that it is off. */
const tookPlace = (event: CaseEvent, processId: Id, told: Of<'notice.queue'>[]): boolean =>
  event.type === 'conference.ended' ||
  (event.type === 'conference.recorded' && !told.some((n) => n.processId === processId && n.template === 'meetingOff'));
const meets = ({ facts }: StoredCase, processId: Id): boolean => {
  const conference = facts.processes[processId]?.conference;
  return Boolean(conference?.booking ?? conference?.session);
};
