// Who read what: the record, its words, its chain, and what of it is unusual (R68).
export { ChainWalk, readHash, type ReadEntry, type ReadFault } from './chain.js';
export { mayOpen, seesReads, type Emergency, type Opened } from './emergency.js';
export { readKinds, readPurposes, type ReadKind, type ReadPurpose } from './kinds.js';
export type { Days, Looking, LookedRow, UnusualRow } from './looking.js';
export { recordRead, type Read } from './record-read.js';
export { saysWith, unusualReasons, type UnusualReason } from './unusual.js';
