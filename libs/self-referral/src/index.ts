/** Referring oneself: one question a page, answers kept under a code, taken in once through libs/intake; and calls that staff typed. */
export { answers, type Answers, type Question } from './answers.js';
export { type Call, type CallTaken, takeCall } from './calls.js';
export { type Opening, type SelfReferral, SelfReferrals, type Sending } from './self-referrals.js';
