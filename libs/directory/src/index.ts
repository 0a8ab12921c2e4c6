/** The directory of support services: read from Open Referral UK, searched, kept by staff, and given out again in the same shape. */
export { Directory, type FoundService } from './directory.js';
export type { DirectorySearch, KeptSearch } from './search.js';
export { CHECKED_WITHIN_MONTHS, isOverdue } from './checked.js';
export { entryOf, type ServiceDetails } from './details.js';
export type { SupportEntry } from './open-referral.js';
export {
  type DirectoryFile,
  DirectoryFileProblem,
  readDirectoryFile,
  readDirectoryRows,
  type RejectedEntry,
} from './read-directory-file.js';
export { rejectedEntries } from './rejected-entries.js';
