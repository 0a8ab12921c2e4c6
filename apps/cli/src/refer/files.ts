// The files around an upload: the one that comes in, and the rejected rows that go back beside it.
import { open, readFile, stat } from 'node:fs/promises';
import { defaults } from '#libs/case';
import { isReferrer, type Mapping, readMapping, ReferralFileProblem, referrers, type ReadFile } from '#libs/intake';
import { readReferrals } from '#libs/referral-files';
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
 * Reads the wanted file by the numbers that every service begins with. `today` is the London day, 'YYYY-MM-DD'.
 * @throws CannotStart with one line when it cannot be read.
 */
export async function readWanted(file: string, from: Mapping, bytes: Uint8Array, today: string): Promise<ReadFile> {
  try {
    return await readReferrals(bytes, from, { today, settings: { ...defaults, uploadRows: Infinity } });
  } catch (error) {
    if (error instanceof ReferralFileProblem) throw new CannotStart(`${file}: ${error.message}`);
    throw error;
  }
}

/** What `--from` names without asking the database: a mapping that every service begins with, or a file. Null: one that was saved. */
export async function mappingGiven({ from }: Wanted): Promise<Mapping | null> {
  if (isReferrer(from)) return referrers[from];
  if (!isFile(from)) return null;
  const read = readMapping(Buffer.from(await contentOf(from)).toString('utf8'));
  if (!read.ok) throw new CannotStart(`${from}: ${read.problems.join(' ')}`);
  return read.mapping;
}
export const isFile = (from: string): boolean => from.endsWith('.json');

/** @throws CannotStart with one line when it cannot be read. */
export async function contentOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > LARGEST)
      throw new CannotStart(`${file} is larger than 200 MB: is it the right file?`);
    return await readFile(file);
  } catch (error) {
    throw mendable(`Cannot read ${file}`, error);
  }
}

/**
 * Writes the rows that go back beside the file, as FILE.rejected.csv or .jsonl, readable by its owner alone: the text is
 * personal. Gives the path, or null when there are none.
 */
export async function writeReturned(file: string, text: string | null): Promise<string | null> {
  if (text === null) return null;
  const path = `${file}.rejected.${text.startsWith('{') ? 'jsonl' : 'csv'}`;
  try {
    const handle = await open(path, 'w', 0o600);
    try {
      await handle.chmod(0o600); // a file of that name may have been there before
      await handle.writeFile(text);
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
