/** Referral intake: a referrer's file in, sound referrals and rejected rows out. Pure but for hashing; nothing is saved here. */
export { emailOf, telephoneOf } from './contact-details.js';
export { csvRows } from './csv.js';
export { readDate } from './dates.js';
export { flagMeanings, type FlagName } from './flags.js';
export type { IntakeLimits } from './judge.js';
export { ReferralFileProblem } from './problem.js';
export { type ReadFile, readReferralFile, type RejectedRow } from './read-referral-file.js';
export type { Invitation, Referral, ReferredPerson } from './referral.js';
export { isReferrer, type ReferrerName, referrers } from './referrers/index.js';
export { rejectedFile } from './rejected-file.js';
export { remaining } from './remaining.js';
export { textOf } from './text.js';
