// Decisions about persons, and the search for them.
export type { Decided } from './decision.js';
export { eraseRecord, type Against } from './erase.js';
export { PersonRegister } from './register.js';
