// The files around an upload: the one that comes in, and the rejected rows that go back beside it.
import { open, readFile, stat } from 'node:fs/promises';
import {
  asText,
  readReferralFile,
  rejectedFile,
  ReferralFileProblem,
  type IntakeLimits,
  type ReadFile,
  type RejectedRow,
} from '#libs/intake';
import { CannotStart } from '#libs/config';
import type { Wanted } from './wanted.js';

// Far above any referrer's file; a larger file is the wrong one.
const LARGEST = 200 * 1024 * 1024;
const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
};

/**
 * Reads the wanted file. `today` is the London day, 'YYYY-MM-DD'; `limits` are the service's own, the Code's when left out.
 * @throws CannotStart with one line when it cannot be read.
 */
export async function readWanted({ file, from }: Wanted, today: string, limits?: IntakeLimits): Promise<ReadFile> {
  const bytes = await contentOf(file);
  try {
    return readReferralFile(await asText(bytes), from, today, limits ? { limits } : {});
  } catch (error) {
    if (error instanceof ReferralFileProblem) throw new CannotStart(`${file}: ${error.message}`);
    throw error;
  }
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > LARGEST)
      throw new CannotStart(`${file} is larger than 200 MB: is it the right file?`);
    return await readFile(file);
  } catch (error) {
    throw mendable(`Cannot read ${file}`, error);
  }
}

/** Writes the rejected rows to FILE.rejected.csv, readable by its owner alone: the text is personal. Gives the path, or null when there are none. */
export async function writeRejected(file: string, rejected: readonly RejectedRow[]): Promise<string | null> {
  if (rejected.length === 0) return null;
  const path = `${file}.rejected.csv`;
  try {
    const handle = await open(path, 'w', 0o600);
    try {
      await handle.chmod(0o600); // a file of that name may have been there before
      await handle.writeFile(rejectedFile(rejected));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw mendable(`Cannot write ${path}`, error);
  }
  return path;
}

function mendable(what: string, error: unknown): unknown {
  const { code } = error as { code?: string };
  const trouble = code === undefined ? undefined : troubles[code];
  return trouble === undefined ? error : new CannotStart(`${what}: ${trouble}.`);
}
