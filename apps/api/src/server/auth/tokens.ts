// Verifies the issuer's tokens against its keys, and remembers the access tokens that were good.
import { hash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { LRUCache } from 'lru-cache';
import type { StaffRole } from '#libs/case';
import { Unavailable } from '#libs/database';
import { believedAlgorithms, type AuthOptions } from './options.js';
import { rolesIn } from './roles-claim.js';

/** What a good token says: who, in which service, with which scopes, until when (milliseconds). Roles where the issuer is set to say them. */
export interface Claims {
  readonly subject: string;
  readonly serviceId: string;
  readonly roles: readonly StaffRole[] | null;
  readonly scopes: ReadonlySet<string>;
  readonly expires: number;
}
type Verified = Claims | Promise<Claims>;

/** A token that is not believed. `reason` is a stable code for the log; the client never sees it. */
export class BadToken extends Error {
  constructor(readonly reason: string) {
    super('bad token');
  }
}

// Clocks of issuer and service may differ a little; more would keep expired tokens alive.
const CLOCK_SKEW_SECONDS = 5;
// An ID token says that its subject signed in just now; pages hand it on at once.
const ID_TOKEN_SECONDS = 10 * 60;
// A remembered token costs about a kilobyte; ten thousand are more people than are signed in at once.
const REMEMBERED = 10_000;

/** Verifies access tokens and ID tokens; BadToken for one that is not believed, Unavailable where the issuer's keys could not be had. */
export interface Verifier {
  access(token: string): Verified;
  /** Of an ID token: made for the pages, a few minutes ago at most. Not remembered, since each opens one session. */
  id(token: string): Promise<Claims>;
}

export function tokenVerifier(options: AuthOptions): Verifier {
  const keys: JWTVerifyGetKey =
    'url' in options.keys ? createRemoteJWKSet(new URL(options.keys.url)) : createLocalJWKSet(options.keys.local);
  // Keyed by hash, so that a heap dump holds no token. Remembering skips the signature only: expiry is checked on
  // every request, and the actor is read apart, so deactivating the staff row ends access although the token lives.
  const good = new LRUCache<string, Claims>({ max: options.rememberedTokens ?? REMEMBERED });
  const clientId = options.clientId ?? options.audience;

  async function verified(token: string, more: JWTVerifyOptions & { audience: string }): Promise<Claims> {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: options.issuer,
      algorithms: [...(options.algorithms ?? believedAlgorithms)],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['sub', 'exp', ...(options.service === undefined ? ['service'] : [])],
      ...more,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError && !cannotFetch(error)) throw new BadToken(error.code);
      throw new Unavailable('The keys of the issuer cannot be had', { cause: error });
    });
    const { sub, service = options.service, exp, iat, scope } = payload;
    // Issued in the future: a clock is wrong, the issuer's or ours, and nobody can say until when the token is good.
    if (iat !== undefined && iat > Date.now() / 1000 + CLOCK_SKEW_SECONDS) throw new BadToken('IAT');
    if (typeof sub !== 'string' || typeof service !== 'string' || typeof exp !== 'number') {
      throw new BadToken('CLAIMS');
    }
    // RFC 9068: an access token says that it is one, and is not accepted as proof that a person has just signed in.
    if (more.maxTokenAge !== undefined && /at\+jwt$/i.test(protectedHeader.typ ?? '')) throw new BadToken('TYPE');
    // OpenID Connect Core 3.1.3.7: made for several, it must have been given to us.
    if (more.maxTokenAge !== undefined && Array.isArray(payload.aud) && payload['azp'] !== clientId) {
      throw new BadToken('AZP');
    }
    const scopes = new Set(typeof scope === 'string' ? scope.split(' ') : []);
    return { subject: sub, serviceId: service, roles: rolesIn(payload, options.roles), scopes, expires: exp * 1000 };
  }

  return {
    access: (token) => {
      const key = hash('sha256', token, 'base64');
      const known = good.get(key);
      if (!known) {
        return verified(token, { audience: options.audience }).then((claims) => (good.set(key, claims), claims));
      }
      if (known.expires > Date.now()) return known;
      good.delete(key);
      throw new BadToken('ERR_JWT_EXPIRED');
    },
    id: (token) =>
      verified(token, {
        issuer: options.idIssuer ?? options.issuer,
        audience: clientId,
        maxTokenAge: ID_TOKEN_SECONDS,
      }),
  };
}

/** The issuer could not be asked: a fault of the service, not of the token. */
const cannotFetch = (error: errors.JOSEError): boolean =>
  error.code === 'ERR_JWKS_TIMEOUT' || error.code === 'ERR_JWKS_INVALID' || error.code === 'ERR_JOSE_GENERIC';
