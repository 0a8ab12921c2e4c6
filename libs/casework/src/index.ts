// What is done with cases: the one transaction script, openings and referrals, reading for an actor, and the ports.
export * from './answers.js';
export { faultsOf, type Fault, type Stood } from './check.js';
export { canonical, sha256 } from './canonical.js';
export { Cursors } from './cursor.js';
export { sorted, type Sorted } from './effects.js';
export * from './journal.js';
export { openCase, type Opening } from './open-case.js';
export * from './ports.js';
export * from './reading.js';
export type {
  FoundPersonRow,
  MessageRow,
  PersonSearch,
  SearchSide,
  ServiceReading,
  ServiceRow,
  SuggestionRow,
} from './service-reading.js';
export type { DigestPurpose, Sealed, Sealing, ToSeal } from './sealing.js';
export { scopeOf, serviceScope, sightOf, type Database, type Rows, type Scope, type Sight } from './scope.js';
export { settingsOf } from './settings.js';
export { standingFor } from './standing.js';
export { takeReferral, type TakeOptions, type Taken } from './take-referral.js';
export { Casework } from './casework.js';
export { readStaffFile, type StaffEntry, type StaffFile, type StaffProblem } from './staff-file.js';
export { textsOf, type Words } from './texts.js';
export { preview, tell, type Command, type Happening } from './tell.js';
