/** Drafts: what staff typed into a form and have not sent, for its author alone and for some hours. */
export type { Draft, DraftFields, DraftLine, DraftPlace } from './draft.js';
export { Drafts, KEPT_HOURS } from './drafts.js';
