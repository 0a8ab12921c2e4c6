// Rights: the exact texts of consents, what is kept and why, retention, subject access, disclosures and sharing agreements.
export { journalOfCases } from './case-journal.js';
export { acts, mayDo, type Act } from './may.js';
export { defaultTexts, DEFAULT_VERSION } from './consent/defaults.js';
export { ConsentTexts, publishDefaults, type JournalFor, type Reprint, type TextRegister } from './consent/register.js';
export { latestFor, named, wrongWith, type ConsentText, type NewConsentText, type TextName } from './consent/texts.js';
export {
  inForceOn,
  lastDayOf,
  type Agreement,
  type NewAgreement,
  type NewOrganisation,
  type Organisation,
} from './sharing/organisations.js';
export {
  Sharing,
  type Disclosure,
  type DisclosureFilter,
  type NewDisclosure,
  type SharingRegister,
} from './sharing/sharing.js';
export {
  dataRoles,
  disclosureGrounds,
  regimes,
  type DataRole,
  type DisclosureGround,
  type GroundWithoutConsent,
  type Regime,
} from './sharing/words.js';
export {
  howLong,
  lawfulBases,
  recordClasses,
  retentionEvents,
  type LawfulBasis,
  type RecordClass,
  type RecordClassName,
  type RetentionEvent,
  type Term,
} from './kept/classes.js';
export { defaultClasses, inForce } from './kept/defaults.js';
export { KeptRecords, type ClassRegister, type Kept, type NewRecordClass } from './kept/register.js';
export { declined, dueSince, planOf, type Hold, type HeldCase, type HeldPerson, type Plan } from './retention/due.js';
export { Holds, type HoldOn, type HoldRegister, type HoldRow } from './retention/holds.js';
export { counted, Retention, type PeopleHeld, type Planned, type RetentionRegister } from './retention/retention.js';
export { faultsInRuns, nextRun, type RetentionRun } from './retention/runs.js';
export {
  exportOf,
  reviewItems,
  withholdGrounds,
  type Export,
  type HeldText,
  type PartHeld,
  type ReviewItem,
  type Subject,
  type WithholdGround,
} from './access/assemble.js';
export {
  SubjectAccess,
  type AccessRegister,
  type Answered,
  type Decision,
  type Reviewed,
  type SubjectRequest,
} from './access/requests.js';
