// One event, one step of the machine: used to decide, and to fold a journal.
import { transition, type SnapshotFrom } from 'xstate';
import { caseMachine } from './case.machine.js';
import type { CaseEvent } from './facts.js';
import type { Settings } from './settings.js';
import { MACHINE_VERSION, stageOf, upgrade, type StateValue, type StoredCase } from './stored.js';

export type Snapshot = SnapshotFrom<typeof caseMachine>;

/** The machine at a stored case. With `settings: null` it believes what it is told. Throws NewerMachine. */
export function rehydrate(stored: StoredCase, settings: Settings | null): Snapshot {
  const { state, facts } = upgrade(stored);
  return caseMachine.resolveState({ value: state, context: { facts, settings } });
}

/** The case after an event; null when the machine takes no notice of it: not now, or a shut door. */
export function advance(now: Snapshot, event: CaseEvent): StoredCase | null {
  const [next] = transition(caseMachine, now, event);
  if (next.status === 'error') throw next.error;
  const before = now.context.facts;
  const after = next.context.facts;
  if (after.learnt === before.learnt) return null; // an accepted event is always learnt, a refused one never
  const state = next.value as StateValue;
  const moved = stageOf(state) !== stageOf(now.value as StateValue);
  return { machineVersion: MACHINE_VERSION, state, facts: moved ? { ...after, stageSince: event.at } : after };
}
