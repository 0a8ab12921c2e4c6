// Secrets come from the environment or from files that only this user can read, never from arguments, which every user of the machine can read.
import { readFileSync, statSync } from 'node:fs';

/** What is set, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's text, or a line that says what is wrong with it; never its value. */
export type Found = { readonly text: string | null } | { readonly problem: string };

const OTHERS = 0o007;

/** Reads NAME, or the file that NAME_FILE names; an empty variable counts as absent. */
export function secretOf(environment: Environment, name: string): Found {
  const text = environment[name]?.trim() || null;
  const file = environment[`${name}_FILE`]?.trim() || null;
  if (text !== null && file !== null) return { problem: `${name} and ${name}_FILE are both set: give one of them.` };
  if (file === null) return { text };
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) {
      return { problem: `The file named by ${name}_FILE can be read by everybody on this machine: chmod o= it.` };
    }
    return { text: readFileSync(file, 'utf8').trim() || null };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: `Cannot read the file named by ${name}_FILE (${code ?? 'unknown'}).` };
  }
}
