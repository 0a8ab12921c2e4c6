// The secrets of one process: the master key where it needs one, and what it shares with the others.
import type { MasterKeys } from '#libs/sealing';
import { derivedFrom, type Shared } from './derived-secrets.js';
import { masterKeysFrom } from './master-keys.js';
import { needsDatabase, type Parts, type Environment, type Settings } from '#libs/config';

export interface ProcessSecrets {
  /** What every other key is wrapped with; for processes that open the database. */
  masterKeys(): MasterKeys;
  /** What cookies are sealed with. */
  readonly cookies: Shared;
  /** What the pages prove themselves to the API with. */
  readonly betweenThem: Shared;
  /** What the person at the keyboard must know; null in order. */
  readonly warning: string | null;
}

/**
 * Reads or derives them. Pages whose secrets are all set, and that have a sign-in service, need no master key and get none.
 * @throws CannotStart with one line that names the variable and never its value.
 */
export function secretsFor(
  parts: Parts,
  { cookieSecret, webSecret, signIn }: Pick<Settings, 'cookieSecret' | 'webSecret' | 'signIn'>,
  environment: Environment,
  folder: string,
): ProcessSecrets {
  const complete = cookieSecret !== null && webSecret !== null && signIn !== null;
  const found = needsDatabase(parts) || !complete ? masterKeysFrom(environment, folder) : null;
  const masterKeys = () => {
    if (!found) throw new Error('This process has no master key: it opens no database.');
    return found.keys;
  };
  return {
    masterKeys,
    cookies: cookieSecret ? [cookieSecret] : derivedFrom(masterKeys(), 'cookies'),
    betweenThem: webSecret ? [webSecret] : derivedFrom(masterKeys(), 'between pages and API'),
    warning: found?.warning ?? null,
  };
}
