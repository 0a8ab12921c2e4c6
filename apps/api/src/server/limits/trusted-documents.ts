// The documents that pages send: read from a folder when the API starts, known by the sha256 of their text.
import { hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Document text by lower-case hexadecimal sha256. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads every `*.graphql` file of the folder and the folders in it; no folder, no documents. */
export async function readTrustedDocuments(folder: string | undefined): Promise<TrustedDocuments> {
  if (folder === undefined) return new Map();
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.graphql'));
  const texts = await Promise.all(files.toSorted().map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(texts.map((text) => [hash('sha256', text, 'hex'), text]));
}
