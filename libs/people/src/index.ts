// What is held about people: the one place through which personal values are sealed, written, read, found, merged and erased.
export { type Field, fields, type Values } from './fields.js';
export type { FoundPersonRow, PeopleReading, PersonSearch, SearchSide, SuggestionRow } from './people-reading.js';
export type { PersonalRecords } from './personal-records.js';
export { forgetNewcomer } from './postgres/newcomers.js';
export { PgPeopleReading } from './postgres/people-reading.js';
export { PgPersonalRecords } from './postgres/records.js';
export { writeValues } from './postgres/values.js';
export { eraseRecord } from './register/erase.js';
export { PersonRegister } from './register/register.js';
