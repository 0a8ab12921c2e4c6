// Rights: the exact texts of consents, what is kept and why, retention, subject access, disclosures and sharing agreements.
export type { WithholdGround } from './access/assemble.js';
export { SubjectAccess } from './access/requests.js';
export { journalOfCases } from './case-journal.js';
export { ConsentTexts, publishDefaults } from './consent/register.js';
export type { ConsentText } from './consent/texts.js';
export { accessRegister } from './postgres/access.js';
export { classRegister, holdRegister } from './postgres/record-classes.js';
export { retentionRegister } from './postgres/retention.js';
export { sharingRegister } from './postgres/sharing.js';
export { textRegister } from './postgres/texts.js';
export { howLong, recordClasses, type RecordClassName, type Term } from './record-classes/classes.js';
export { type RetentionNotice, KeptRecords, type NewRecordClass } from './record-classes/register.js';
export type { Plan } from './retention/due.js';
export { Holds } from './retention/holds.js';
export { counted, type PeopleHeld, type Planned, Retention } from './retention/retention.js';
export type { RetentionRun } from './retention/runs.js';
export { inForceOn, type NewAgreement, type NewOrganisation } from './sharing/organisations.js';
export { type Disclosure, type NewDisclosure, Sharing } from './sharing/sharing.js';
