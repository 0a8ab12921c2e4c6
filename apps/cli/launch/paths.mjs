// Where the clone stands, and how the launcher speaks.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the clone, wherever the command was called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A path inside the clone. */
export const inRoot = (...parts) => join(root, ...parts);

/** Speaks on standard error, so that a command's own output stays clean. */
export const say = (line) => process.stderr.write(`concord: ${line}\n`);

/** Something the person at the keyboard can mend: shown as one line, without a stack. */
export class Stop extends Error {}
