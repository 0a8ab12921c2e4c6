// What is done with cases: the one transaction script, openings and referrals, reading for an actor, and the ports.
export type { Answer, Done } from './answers.js';
export { Casework } from './casework.js';
export { eventOf, type JournalEntry, nextEntry } from './journal.js';
export { openCase, type Opening } from './open-case.js';
export type { CaseChange, CaseFile, CaseStore, Clock, NewOffence } from './ports.js';
export { servesArea } from './postgres/areas.js';
export { storedColumns } from './postgres/case-columns.js';
export { PgCaseReading } from './postgres/case-reading.js';
export { PgCaseStore } from './postgres/case-store.js';
export { checkJournals } from './postgres/check-journals.js';
export { journalOf } from './postgres/journal.js';
export { placeOfText } from './postgres/sealed-texts.js';
export { PgServiceReading } from './postgres/service-reading.js';
export type { CaseFilter, CaseReading, CaseRow, JournalLine, NoticeRow, Order, PastCase, TaskRow } from './reading.js';
export type { MessageRow, ServiceReading, ServiceRow } from './service-reading.js';
export { type Taken, takeReferral } from './take-referral.js';
export { type Command, type UnstampedEvent, preview, tell } from './tell.js';
export type { Words } from './texts.js';
