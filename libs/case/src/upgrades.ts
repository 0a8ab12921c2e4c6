// How a case of an older version becomes one of the next: each total over whatever its version could hold.
import type { Stored } from './stored.js';

type Upgraded = Omit<Stored, 'machineVersion'>;
export const fromVersion1 = (old: Stored): Upgraded => old;
export const fromVersion2 = (old: Stored): Upgraded => old;
