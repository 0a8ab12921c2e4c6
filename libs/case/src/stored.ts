// The stored shape of a case, its version, and how older ones become newer ones.
import type { Facts } from './facts.js';
import type { ConferenceStep, Stage } from './vocabulary/index.js';

/** Where a case stands: a stage, or a step of the conference. */
export type StateValue = Exclude<Stage, 'conference'> | { conference: ConferenceStep };
/** What is stored: no library shape in the row. */
export interface StoredCase {
  machineVersion: number;
  state: StateValue;
  facts: Facts;
}

/** The version this process writes. Raise it with every change of the stored shape, and add the upgrade and a frozen fixture. */
export const MACHINE_VERSION = 1;

/** A case was written by a newer process than this one: refusing is the only safe thing to do. */
export class NewerMachine extends Error {
  constructor(readonly found: number) {
    super(
      `This case was written by machine version ${found}; this process knows ${MACHINE_VERSION}. Upgrade this process.`,
    );
    this.name = 'NewerMachine';
  }
}

/** From version n to n+1, total over whatever version n could hold. */
const upgrades: Readonly<Record<number, (old: StoredCase) => StoredCase>> = {};

/** The case in today's shape. Throws NewerMachine when it is newer than this process. The argument is left alone. */
export function upgrade(stored: StoredCase): StoredCase {
  if (stored.machineVersion > MACHINE_VERSION) throw new NewerMachine(stored.machineVersion);
  let now = stored;
  for (let v = stored.machineVersion; v < MACHINE_VERSION; v++) {
    const step = upgrades[v];
    if (!step) throw new RangeError(`There is no way to upgrade a case from machine version ${v}`);
    now = { ...step(structuredClone(now)), machineVersion: v + 1 };
  }
  return now;
}

export const stageOf = (state: StateValue): Stage => (typeof state === 'string' ? state : 'conference');
export const stepOf = (state: StateValue): ConferenceStep | null =>
  typeof state === 'string' ? null : state.conference;
