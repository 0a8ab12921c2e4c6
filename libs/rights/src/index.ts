// Rights: the exact texts of consents, what is kept and why, retention, subject access, disclosures and sharing agreements.
export * from './answers.js';
export { journalOfCases } from './case-journal.js';
export { acts, mayDo, type Act } from './may.js';
export type { Commands } from './once.js';
export { defaultTexts, DEFAULT_VERSION } from './consent/defaults.js';
export { ConsentTexts, publishDefaults, type JournalFor, type Reprint, type TextRegister } from './consent/register.js';
export { latestFor, named, wrongWith, type ConsentText, type NewConsentText, type TextName } from './consent/texts.js';
