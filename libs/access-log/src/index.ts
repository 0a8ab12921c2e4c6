// Who read what: the record, its words, its chain, and what of it is unusual (R68).
export type { ReadRow, AccessLog } from './access-log.js';
export type { Emergency, Opened } from './emergency.js';
export { type ReadKind, readKinds, type ReadPurpose, readPurposes } from './kinds.js';
export { PgAccessLog } from './postgres/access-log.js';
export { type CheckedReads, checkReads } from './postgres/check-reads.js';
export { PgEmergencies } from './postgres/emergencies.js';
export { hasFound } from './postgres/found.js';
export { PgReads } from './postgres/recorder.js';
export { type Read, recordRead } from './record-read.js';
export { saysWith, type UnusualReason, unusualReasons } from './unusual.js';
