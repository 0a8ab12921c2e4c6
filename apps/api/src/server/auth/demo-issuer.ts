// A token issuer for `npm start` and tests: it makes its own keys, signs for any subject, and will not run in production.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { AuthOptions } from './options.js';

/** A person of the demonstration: the OIDC subject of their staff row or person, and the service they belong to. */
export interface DemoPerson {
  readonly role: string;
  readonly subject: string;
  readonly serviceId: string;
}
/** A ready-made token, named by the role of the person it was made for. */
export interface DemoToken {
  readonly role: string;
  readonly token: string;
}
export interface DemoIssuer {
  /** To be handed to startApi: believes this issuer and no other. */
  readonly auth: AuthOptions;
  readonly tokens: readonly DemoToken[];
  /** Signs one more token; `lifetime` in seconds, negative for one that has expired. */
  sign(person: Pick<DemoPerson, 'subject' | 'serviceId'>, more?: SignOptions): Promise<string>;
}
export interface SignOptions {
  readonly lifetime?: number;
  readonly scope?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Further claims, as an issuer with groups of its own would write them. */
  readonly claims?: Readonly<Record<string, unknown>>;
}
export interface DemoIssuerOptions {
  readonly people: readonly DemoPerson[];
  /** Folder that keeps the signing key, so that tokens outlive a restart; left out: the key lives in memory. */
  readonly folder?: string;
}

const ISSUER = 'https://demo-issuer.invalid';
const AUDIENCE = 'concord';
// A working day: long enough that a demonstration is not interrupted by its own token.
const LIFETIME_SECONDS = 12 * 60 * 60;

/** Makes the demo issuer and a token for each person. Throws when NODE_ENV is production. */
export async function demoTokens(options: DemoIssuerOptions): Promise<DemoIssuer> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The demo token issuer does not run in production: configure the issuer of your sign-in service.');
  }
  const secret = options.folder === undefined ? await freshKey() : await keptKey(options.folder);
  const key = await importJWK(secret, 'ES256');
  const { d: _secret, ...publicKey } = secret;

  const sign: DemoIssuer['sign'] = (person, more = {}) =>
    new SignJWT({ ...more.claims, service: person.serviceId, scope: more.scope ?? 'explore' })
      .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'JWT' })
      .setSubject(person.subject)
      .setIssuer(more.issuer ?? ISSUER)
      .setAudience(more.audience ?? AUDIENCE)
      .setIssuedAt(new Date(Date.now()))
      .setExpirationTime(new Date(Date.now() + (more.lifetime ?? LIFETIME_SECONDS) * 1000))
      .sign(key);

  return {
    auth: { issuer: ISSUER, audience: AUDIENCE, keys: { local: { keys: [publicKey] } }, algorithms: ['ES256'] },
    tokens: await Promise.all(options.people.map(async (p) => ({ role: p.role, token: await sign(p) }))),
    sign,
  };
}

async function freshKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'demo', alg: 'ES256', use: 'sig' };
}

async function keptKey(folder: string): Promise<JWK> {
  const file = join(folder, 'demo-issuer.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as JWK;
  // Two processes may start at once: the file appears whole, and who comes second takes the first one's.
  const fresh = `${file}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  await writeFile(fresh, JSON.stringify(await freshKey()), { mode: 0o600 });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}
