// Decisions about persons, and the search for them.
export { eraseRecord, type Against } from './erase.js';
export { PersonRegister } from './register.js';
