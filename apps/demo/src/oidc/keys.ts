// The embedded provider's own keys: made once, kept in the data folder, worthless elsewhere; pages and API in two processes read the same keys.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { keptFirst } from '#libs/config';

export interface ProviderKeys {
  /** Signs ID tokens: private, ES256. */
  readonly signing: JWK;
  /** Signs the provider's cookies. */
  readonly cookies: readonly string[];
}

/** Reads the keys kept in `folder`, or makes and keeps them. */
export async function providerKeys(folder: string): Promise<ProviderKeys> {
  const file = join(folder, 'oidc.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as ProviderKeys;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), kid: 'oidc', alg: 'ES256', use: 'sig' };
  const made = { signing, cookies: [randomBytes(32).toString('base64url')] };
  return JSON.parse(keptFirst(file, JSON.stringify(made))) as ProviderKeys;
}

/** What the API must know of the provider, which may run in another process. */
export interface KnownProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Verifies its ID tokens. */
  readonly publicKey: JWK;
}

/** The provider answers everything below this path of the public address. */
export const MOUNT = '/oidc';
/** What the pages are at the provider. */
export const CLIENT = 'concord-pages';

/** The provider below `publicUrl`, whose keys are kept in `folder`. */
export function knownProvider(publicUrl: string, { signing }: ProviderKeys): KnownProvider {
  const { d: _secret, ...publicKey } = signing;
  return { issuer: publicUrl + MOUNT, clientId: CLIENT, publicKey };
}
