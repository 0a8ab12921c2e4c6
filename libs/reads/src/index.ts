// Who read what: the record, its words, its chain, and what of it is unusual (R68).
export { ChainWalk, readHash, type ReadEntry, type ReadFault } from './chain.js';
export { readKinds, readPurposes, type ReadKind, type ReadPurpose } from './kinds.js';
export { recordRead, type Read } from './record-read.js';
