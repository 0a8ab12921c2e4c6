// The directory of the demonstration: invented services, taken in the way every directory is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cursors } from '#libs/database';
import { Directory, readDirectoryFile } from '#libs/directory';
import type { OpenServices } from '#libs/services';

/** Takes the file beside this one at the first start only: afterwards the directory is its users'. */
export async function seedDirectory({ database }: OpenServices, serviceId: string): Promise<void> {
  const directory = new Directory(database, new Cursors(Buffer.alloc(32)), () => new Date());
  const { rows } = await directory.search(serviceId, {}, { first: 1 });
  if (rows.length > 0) return;
  const { entries } = readDirectoryFile(readFileSync(join(import.meta.dirname, 'directory.json'), 'utf8'));
  await directory.take(serviceId, entries);
}
