// Verifies bearer tokens against the issuer's keys and remembers the ones that were good.
import { hash } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { RecentlyUsed } from '../recently-used.js';
import { believedAlgorithms } from './options.js';
import type { AuthOptions } from './options.js';

/** What a good token says: who, in which service, with which scopes, until when (milliseconds). No roles. */
export interface Claims {
  readonly subject: string;
  readonly serviceId: string;
  readonly scopes: ReadonlySet<string>;
  readonly expires: number;
}

/** A token that is not believed. `reason` is a stable code for the log; the client never sees it. */
export class BadToken extends Error {
  constructor(readonly reason: string) {
    super('bad token');
  }
}

// Clocks of issuer and service may differ a little; more would keep expired tokens alive.
const CLOCK_SKEW_SECONDS = 5;
// A remembered token costs about a kilobyte; ten thousand are more people than are signed in at once.
const REMEMBERED = 10_000;

/** A verifier: the claims of a good token, or BadToken. Other errors mean that the issuer's keys could not be had. */
export function tokenVerifier(options: AuthOptions): (token: string) => Promise<Claims> | Claims {
  const keys: JWTVerifyGetKey =
    'url' in options.keys ? createRemoteJWKSet(new URL(options.keys.url)) : createLocalJWKSet(options.keys.local);
  // Keyed by hash, so that a heap dump holds no token. Remembering skips the signature only: expiry is checked on
  // every request, and the actor is read apart, so deactivating the staff row ends access although the token lives.
  const good = new RecentlyUsed<Claims>(options.rememberedTokens ?? REMEMBERED);

  async function verify(token: string, key: string): Promise<Claims> {
    const { payload } = await jwtVerify(token, keys, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: [...(options.algorithms ?? believedAlgorithms)],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['sub', 'exp', 'service'],
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError && !cannotFetch(error) ? new BadToken(error.code) : error;
    });
    const { sub, service, exp, scope } = payload;
    if (typeof sub !== 'string' || typeof service !== 'string' || typeof exp !== 'number') {
      throw new BadToken('CLAIMS');
    }
    const scopes = new Set(typeof scope === 'string' ? scope.split(' ') : []);
    const claims = { subject: sub, serviceId: service, scopes, expires: exp * 1000 };
    good.set(key, claims);
    return claims;
  }

  return (token) => {
    const key = hash('sha256', token, 'base64');
    const known = good.get(key);
    if (!known) return verify(token, key);
    if (known.expires > Date.now()) return known;
    good.delete(key);
    throw new BadToken('ERR_JWT_EXPIRED');
  };
}

/** The issuer could not be asked: a fault of the service, not of the token. */
const cannotFetch = (error: errors.JOSEError): boolean =>
  error.code === 'ERR_JWKS_TIMEOUT' || error.code === 'ERR_JWKS_INVALID' || error.code === 'ERR_JOSE_GENERIC';
