// Which records may be of one person: names as they sound, keys to compare by, scores.
export { foldName } from './fold-name.js';
export { matchKeys } from './match-keys.js';
export { nameWords, wordKeys } from './sounds.js';
export { type Comparable, type DuplicateReason, duplicateReasons, suggestDuplicates } from './suggest-duplicates.js';
export { labelledSet, type LabelledPair } from './measure/labelled-set.js';
export { type Measured, measured } from './measure/measure.js';
