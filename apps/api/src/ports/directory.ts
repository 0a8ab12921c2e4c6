// What the API asks of the directory of support services.
import { noRows } from '#libs/database';
import type { Directory as Directing } from '#libs/directory';

/** The directory, and whose it is for a visitor. */
export type Directory = Pick<
  Directing,
  'search' | 'entry' | 'facets' | 'kept' | 'record' | 'takeRows' | 'check' | 'remove'
>;

/** Where no directory is kept, no service is found. */
export const emptyDirectory: Directory = {
  search: async () => noRows,
  entry: async () => null,
  facets: async () => ({ needs: [], areas: [] }),
  kept: async () => noRows,
  record: async () => null,
  takeRows: async () => null,
  check: async () => false,
  remove: async () => false,
};
