// The file of rejected entries that goes back to whoever sent the directory.
import type { RejectedEntry } from './read-directory-file.js';

/** JSON: each entry as it came, with its row and why it was not taken. */
export const rejectedEntries = (rejected: readonly RejectedEntry[]): string => `${JSON.stringify(rejected, null, 2)}\n`;
