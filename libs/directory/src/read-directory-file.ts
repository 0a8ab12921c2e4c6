// A directory file read: every sound entry is taken, every other one comes back with its reasons and its original text.
import type { z } from 'zod';
import { supportEntry, type SupportEntry } from './open-referral.js';

/** An entry that cannot stand. */
export interface RejectedEntry {
  /** Its place in the file, from 1. */
  readonly row: number;
  /** One line, naming each field that is wrong. */
  readonly reason: string;
  readonly original: unknown;
}

export interface DirectoryFile {
  readonly entries: readonly SupportEntry[];
  readonly rejected: readonly RejectedEntry[];
}

/** The file as a whole cannot be read; nothing of it was taken. */
export class DirectoryFileProblem extends Error {}

/**
 * Reads a file of Open Referral UK: a list of services, one service, or a page of the API's (`contents`). Pure.
 * @throws DirectoryFileProblem when it is none of these.
 */
export const readDirectoryFile = (text: string): DirectoryFile => readDirectoryRows(rowsOf(text));

/** Reads rows; `first` is the place of the first in its file, from 1. Pure. */
export function readDirectoryRows(rows: readonly unknown[], first = 1): DirectoryFile {
  const entries: SupportEntry[] = [];
  const rejected: RejectedEntry[] = [];
  const known = new Set<string>();
  for (const [at, original] of rows.entries()) {
    const read = supportEntry.safeParse(original);
    const reason = notText(original) ?? (read.success ? wrongWith(read.data, known) : reasonsOf(read.error));
    if (reason !== null || !read.success) rejected.push({ row: at + first, reason: reason ?? '', original });
    else {
      known.add(read.data.id);
      entries.push(read.data);
    }
  }
  return { entries, rejected };
}

function rowsOf(text: string): readonly unknown[] {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new DirectoryFileProblem('it is not JSON');
  }
  if (Array.isArray(read)) return read;
  if (read === null || typeof read !== 'object') throw new DirectoryFileProblem('it holds no services');
  const { contents } = read as { contents?: unknown };
  return Array.isArray(contents) ? contents : [read];
}

/** A NUL or half a letter is no text, and PostgreSQL would keep none of the row. */
const notText = (row: unknown): string | null =>
  /\\u(0000|d[89a-f])/.test(JSON.stringify(row)) ? 'the row: holds a character that is no text' : null;

function wrongWith(entry: SupportEntry, known: ReadonlySet<string>): string | null {
  const { minimum_age: from = 0, maximum_age: to = 150 } = entry;
  if (known.has(entry.id)) return 'id: the same id stands in an earlier row';
  return from > to ? 'minimum_age: is above maximum_age' : null;
}

const reasonsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`).join('; ');
