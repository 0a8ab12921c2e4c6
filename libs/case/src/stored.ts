// The stored shape of a case, its version, and how older ones become newer ones.
import type { Facts } from './facts.js';
import type { Id } from './reducers.js';
import { fromVersion1 } from './upgrades/version-1.js';
import { fromVersion2 } from './upgrades/version-2.js';
import { fromVersion3 } from './upgrades/version-3.js';
import { fromVersion4 } from './upgrades/version-4.js';
import type { CaseState, ConferenceStep, Place, Stage } from './vocabulary/stages.js';

/** Where a case and each of its processes stand. */
export interface Places {
  case: CaseState;
  processes: Record<Id, Place>;
}
/** What is stored: no library shape in the row. */
export interface StoredCase {
  machineVersion: number;
  state: Places;
  facts: Facts;
}

/** The version this process writes. Raise it with every change of the stored shape, and add the upgrade and a frozen fixture. */
export const MACHINE_VERSION = 5;

/** A case was written by a newer process than this one: refusing is the only safe thing to do. */
export class NewerMachine extends Error {
  constructor(readonly found: number) {
    super(
      `This case was written by machine version ${found}; this process knows ${MACHINE_VERSION}. Upgrade this process.`,
    );
    this.name = 'NewerMachine';
  }
}

/** A case of any version: what it holds is the business of the upgrade from that version. */
export interface Stored {
  machineVersion: number;
  state: unknown;
  facts: unknown;
}
/** From version n to n+1, total over whatever version n could hold. */
const upgrades: Readonly<Record<number, (old: Stored) => Omit<Stored, 'machineVersion'>>> = {
  1: fromVersion1,
  2: fromVersion2,
  3: fromVersion3,
  4: fromVersion4,
};

/** The case in today's shape. Throws NewerMachine when it is newer than this process. The argument is left alone. */
export function upgrade(stored: Stored): StoredCase {
  if (stored.machineVersion > MACHINE_VERSION) throw new NewerMachine(stored.machineVersion);
  let now = stored;
  for (let v = stored.machineVersion; v < MACHINE_VERSION; v++) {
    const step = upgrades[v];
    if (!step) throw new RangeError(`There is no way to upgrade a case from machine version ${v}`);
    now = { ...step(structuredClone(now)), machineVersion: v + 1 };
  }
  return now as StoredCase;
}

export const stageOf = (place: Place): Stage => (typeof place === 'string' ? place : 'conference');
export const stepOf = (place: Place): ConferenceStep | null => (typeof place === 'string' ? null : place.conference);
