// The embedded provider's own keys: made once, kept in the data folder, worth nothing to anybody else.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

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
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
