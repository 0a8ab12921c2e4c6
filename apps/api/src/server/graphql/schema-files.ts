// Finds and reads the SDL of `schema/`, the same way from the sources, from dist and under jest.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds `schema/base.graphql`, looking upwards from this file: apps/api/src and dist/apps/api/src
 * both end there, since the build does not copy the schema.
 */
export function schemaFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'schema', 'base.graphql'))) return join(folder, 'schema');
    if (folder === dirname(folder)) throw new Error('The folder schema/ was not found above the API.');
  }
}

/**
 * All SDL as one text, file by file in name order. Not Nest's `typePaths`: those are glob patterns, which break where
 * the path of the clone has a bracket in it.
 */
export function readSdl(folder = schemaFolder()): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return files
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
