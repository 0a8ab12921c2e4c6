// The master key that wraps every other: from the environment or a file; outside production one is made when there is none.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { masterKeys, mastersIn, type MasterKeys } from '#libs/sealing';
import { openPools } from '#libs/database';
import { CannotStart, keptFirst, secretOf, type Environment } from '#libs/config';

export interface FoundKeys {
  readonly keys: MasterKeys;
  /** What the person at the keyboard must know; null in order. */
  readonly warning: string | null;
}

/**
 * MASTER_KEY or MASTER_KEY_FILE; while it is being rotated MASTER_KEY_PREVIOUS or MASTER_KEY_PREVIOUS_FILE besides.
 * Without one, `folder` keeps one for itself, but not in production.
 * @throws CannotStart with one line that names the variable and never its value.
 */
export function masterKeysFrom(environment: Environment, folder: string): FoundKeys {
  const current = secretFrom(environment, 'MASTER_KEY');
  const previous = secretFrom(environment, 'MASTER_KEY_PREVIOUS');
  if (current) return { keys: masterKeys(current, previous), warning: null };
  if (environment['NODE_ENV']?.trim() === 'production')
    throw new CannotStart(
      'MASTER_KEY is missing: in production it is given (or MASTER_KEY_FILE), 32 random bytes in base64.',
    );
  const file = join(folder, 'master-key');
  const warning = `Personal data is sealed with a master key in ${file}: whoever has that file can read it, and without it nobody can. Set MASTER_KEY for anything real.`;
  return { keys: masterKeys(keptIn(file), previous), warning };
}

/**
 * Looks whether what the database at `url` holds was sealed under one of these.
 * @throws CannotStart when not: every reader would meet values that do not open.
 */
export async function assertOpens(url: string, keys: MasterKeys): Promise<void> {
  const pools = openPools(url, { hot: 1, plain: 1 });
  try {
    const known = [keys.current.id, keys.previous?.id];
    const strange = (await mastersIn(pools.plain)).filter(({ masterId }) => !known.includes(masterId));
    const lost = strange.reduce((sum, { keys: some }) => sum + some, 0);
    if (lost > 0)
      throw new CannotStart(
        `${lost} keys in this database are wrapped by another master key (${strange.map(({ masterId }) => masterId).join(', ')}): give that one in MASTER_KEY, or in MASTER_KEY_PREVIOUS while it is being rotated.`,
      );
  } finally {
    await pools.end();
  }
}

function secretFrom(environment: Environment, name: string): Buffer | null {
  const found = secretOf(environment, name);
  if ('problem' in found) throw new CannotStart(found.problem);
  const where = environment[name]?.trim() ? name : `The file named by ${name}_FILE`;
  return found.text === null ? null : decoded(found.text, where);
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new CannotStart(`Cannot read the file named by ${name} (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function decoded(text: string, where: string): Buffer {
  const secret = Buffer.from(text, 'base64');
  const sound = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && secret.length === 32;
  if (!sound) throw new CannotStart(`${where} must hold 32 bytes in base64: openssl rand -base64 32 makes them.`);
  if (new Set(secret).size < 8) throw new CannotStart(`${where} must be random: openssl rand -base64 32 makes it.`);
  return secret;
}

/** Two processes may start at once: who comes second takes the first one's. */
function keptIn(file: string): Buffer {
  if (!existsSync(file)) keptFirst(file, `${randomBytes(32).toString('base64')}\n`);
  return decoded(read(file, 'the data folder'), file);
}
