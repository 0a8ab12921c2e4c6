// What each feature makes of an event by itself: slices of the case, and slices of the process that the event is about.
import { slices as ofCase, type CaseEvent, type EventPayloads, type EventType, type Facts } from './facts.js';
import { reducers as ofWhole, slices as ofProcess, type Process } from './process/facts.js';
import { change } from './reducers.js';

type Hears = (slice: unknown, event: CaseEvent) => unknown;
type Listeners = Map<string, [name: string, how: Hears][]>;
type Heard<Slices> = { [S in keyof Slices]: Slices[S] extends { reducers: infer R } ? keyof R : never }[keyof Slices];
/** Events that change processes as a whole (process/changes.ts). */
type OfChanges = 'case.opened' | 'process.opened' | 'process.split';
type Unheard = Exclude<EventType, Heard<typeof ofCase> | Heard<typeof ofProcess> | keyof typeof ofWhole | OfChanges>;
/** The compiler names here any event that nothing learns from. */
export const everyEventIsLearnt: [Unheard] extends [never] ? true : Unheard = true;

function listenersOf(slices: Readonly<Record<string, { reducers: object }>>): Listeners {
  const listeners: Listeners = new Map();
  for (const [name, { reducers }] of Object.entries(slices))
    for (const [type, how] of Object.entries(reducers))
      listeners.set(type, [...(listeners.get(type) ?? []), [name, how as Hears]]);
  return listeners;
}
const caseListeners = listenersOf(ofCase);
const processListeners = listenersOf(ofProcess);

const heardBy = <Whole extends object>(whole: Whole, listeners: Listeners, event: CaseEvent): Whole => {
  const changed: Record<string, unknown> = {};
  for (const [name, how] of listeners.get(event.type) ?? [])
    changed[name] = how((whole as Record<string, unknown>)[name], event);
  return { ...whole, ...changed };
};

/** The facts after each slice has heard an event, and nothing has followed from it yet. */
export function apply(facts: Facts, event: CaseEvent): Facts {
  const after = { ...heardBy(facts, caseListeners, event), learnt: facts.learnt + 1 };
  const { processId } = event as Partial<EventPayloads['suitability.decided']>;
  if (processId === undefined) return after;
  const whole = (ofWhole as Partial<Record<EventType, (p: Process, e: CaseEvent) => Process>>)[event.type];
  return {
    ...after,
    processes: change(after.processes, processId, (p) => {
      const heard = heardBy(p, processListeners, event);
      return whole ? whole(heard, event) : heard;
    }),
  };
}
