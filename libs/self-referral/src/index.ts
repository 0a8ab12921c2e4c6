/** Referring oneself: one question a page, answers kept under a code, taken in once through libs/intake. */
export { answers, type Answers, type Question } from './answers.js';
export { type Opening, type SelfReferral, SelfReferrals, type Sending } from './self-referrals.js';
