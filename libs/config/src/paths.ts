// Where the clone stands: the sources and the build lie at different depths below it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top folder: the nearest one above this file that holds package.json. */
export const root = (() => {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
  }
  throw new Error('package.json is missing above this file');
})();

/** What a clone keeps for itself: data, passwords, keys, logs. */
export const dataFolder = process.env['CONCORD_DATA'] ?? join(root, '.data');
