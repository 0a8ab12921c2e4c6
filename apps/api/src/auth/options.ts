// Whose tokens are believed, and for how long what was learned from one may be remembered.
import type { JSONWebKeySet } from 'jose';

export interface AuthOptions {
  /** `iss` that a token must carry, exactly. */
  readonly issuer: string;
  /** `aud` that a token must carry. */
  readonly audience: string;
  /** The issuer's public keys: fetched and cached from its JWKS address, or given. */
  readonly keys: { readonly url: string } | { readonly local: JSONWebKeySet };
  /** Signature algorithms believed; none of them symmetric, `none` never. */
  readonly algorithms?: readonly SignatureAlgorithm[];
  /** How many verified tokens are remembered; the least recently used goes first. */
  readonly rememberedTokens?: number;
  /**
   * Milliseconds for which a staff row or person, once read, is believed. This is how long a deactivation can take
   * to bite; 0 reads it on every request. Default 2000: a tenth of the time it takes to open a page and read it.
   */
  readonly actorFreshFor?: number;
}

/** Asymmetric algorithms only: a shared secret could sign as well as verify. */
export type SignatureAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'ES384' | 'EdDSA';
export const believedAlgorithms: readonly SignatureAlgorithm[] = ['ES256', 'RS256', 'PS256', 'EdDSA'];
