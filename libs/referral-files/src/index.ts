// Files of referrals sent in: kept sealed, previewed, taken in the background by the one intake, their bad rows given back.
export { type FilePreview, previewOf } from './preview.js';
export { mappingNamed, ReferralMappings } from './mappings.js';
export { ReferralFiles } from './referral-files.js';
export { schedule as scheduleFile } from './postgres/files.js';
export { readReferrals } from './read-referrals.js';
export type { FileJob, ReferralFile, ReferralFileParts, ReturnedRow } from './file.js';
export { takeFile, type Taking } from './take-file.js';
