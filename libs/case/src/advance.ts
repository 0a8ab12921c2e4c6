// One event, one step: of the machine that owns it, and then of each process that it concerns. Used to decide, and to fold a journal.
import { transition, type SnapshotFrom } from 'xstate';
import { caseMachine } from './case.machine.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import type { CaseChanged, Context } from './picture.js';
import { processMachine } from './process.machine.js';
import { concerned } from './process/scope.js';
import type { Id } from './reducers.js';
import type { Settings } from './settings.js';
import { MACHINE_VERSION, stageOf, type Places, type StoredCase } from './stored.js';
import type { Place } from './vocabulary/stages.js';

export type CaseSnapshot = SnapshotFrom<typeof caseMachine>;
export type ProcessSnapshot = SnapshotFrom<typeof processMachine>;

const heardByProcesses: ReadonlySet<string> = new Set(processMachine.events);
/** Whether an event is one of a process; else it is one of the case. */
export const isOfProcess = (type: EventType): boolean => heardByProcesses.has(type);
const ownerOf = (e: CaseEvent): Id | null =>
  isOfProcess(e.type) && 'processId' in e && e.processId !== undefined ? e.processId : null;

/** The frame of a stored case as its machine sees it. With `settings: null` it believes what it is told. */
export const caseAt = ({ state, facts }: StoredCase, settings: Settings | null): CaseSnapshot =>
  caseMachine.resolveState({ value: state.case, context: { facts, processId: null, settings } });
/** One process of a stored case as its machine sees it. */
export const processAt = ({ state, facts }: StoredCase, processId: Id, settings: Settings | null): ProcessSnapshot => {
  const context: Context = { facts, processId, settings };
  return processMachine.resolveState({ value: state.processes[processId] ?? 'suitability', context });
};

const stepped = <S extends CaseSnapshot | ProcessSnapshot>(now: S, next: S): Facts | null => {
  if (next.status === 'error') throw next.error;
  // an accepted event is always learnt, a refused one never
  return next.context.facts.learnt === now.context.facts.learnt ? null : next.context.facts;
};

/** The case after an event; null when it takes no notice of it: not now, or a shut door. `stored` is in today's shape. */
export function advance(stored: StoredCase, event: CaseEvent, settings: Settings | null): StoredCase | null {
  const owner = ownerOf(event);
  if (isOfProcess(event.type) && (owner === null || !stored.state.processes[owner])) return null;
  const state: Places = { case: stored.state.case, processes: { ...stored.state.processes } };
  let facts: Facts | null;
  if (owner !== null) {
    const now = processAt(stored, owner, settings);
    const [next] = transition(processMachine, now, event);
    facts = stepped(now, next);
    state.processes[owner] = next.value as Place;
  } else {
    const now = caseAt(stored, settings);
    const [next] = transition(caseMachine, now, event);
    facts = stepped(now, next);
    state.case = next.value as Places['case'];
  }
  if (!facts) return null;
  for (const id of Object.keys(facts.processes)) state.processes[id] ??= 'suitability';
  const changed: CaseChanged = { type: 'case.changed' };
  for (const id of concerned(event, stored.facts).filter((one) => one !== owner && facts.processes[one])) {
    const [next] = transition(processMachine, processAt({ ...stored, state, facts }, id, settings), changed);
    state.processes[id] = next.value as Place;
  }
  return { machineVersion: MACHINE_VERSION, state, facts: sinceWhen(stored, state, facts, event.at) };
}

/** The facts with the moment at which each process that moved entered its stage. */
function sinceWhen(before: StoredCase, { processes }: Places, facts: Facts, at: string): Facts {
  const moved = Object.entries(processes).filter(([id, place]) => {
    const was = before.state.processes[id];
    return was !== undefined && stageOf(was) !== stageOf(place);
  });
  if (moved.length === 0) return facts;
  const since = moved.flatMap(([id]) => {
    const p = facts.processes[id];
    return p ? [[id, { ...p, stageSince: at }] as const] : [];
  });
  return { ...facts, processes: { ...facts.processes, ...Object.fromEntries(since) } };
}
