// What is held about people: the one place through which personal values are sealed, written, read, found, merged and erased.
export { type Field, fields, type Values } from './fields.js';
export type { FoundPersonRow, PersonSearch, SearchSide, SuggestionRow } from './people-reading.js';
export type { PersonalRecords } from './personal-records.js';
export { forgetNewcomer, knowsPerson } from './postgres/newcomers.js';
export { peopleFound } from './postgres/people-found.js';
export { PgPersonalRecords } from './postgres/records.js';
export { suggestionsFor } from './postgres/suggestions.js';
export { writeValues } from './postgres/values.js';
export { eraseRecord } from './register/erase.js';
export { PersonRegister } from './register/register.js';
