/** Referral intake: a referrer's file in, sound referrals and rejected rows out. Pure but for hashing; nothing is saved here. */
export type * from './referral.js';
export { csvRows } from './csv.js';
export { readDate, type DateStyle, type ReadDate } from './dates.js';
export { flagMeanings, type FlagName } from './flags.js';
export { codeLimits, type IntakeLimits } from './judge.js';
export { emailOf, telephoneOf } from './contact-details.js';
export { matchKeys } from './match-keys.js';
export { foldName } from './fold-name.js';
export { ReferralFileProblem, type FileProblem } from './problem.js';
export {
  readReferralFile,
  type DuplicateRow,
  type ReadFile,
  type ReadOptions,
  type RejectedRow,
  type Warning,
} from './read-referral-file.js';
export { isReferrer, referrers, type ReferrerName } from './referrers/index.js';
export { rejectedFile } from './rejected-file.js';
export { remaining } from './remaining.js';
export { type RawRow } from './rows.js';
export { nameWords, wordKeys } from './sounds.js';
export {
  duplicateReasons,
  suggestDuplicates,
  worthAsking,
  type Comparable,
  type DuplicateReason,
  type DuplicateSuggestion,
} from './suggest-duplicates.js';
export { textOf } from './text.js';
