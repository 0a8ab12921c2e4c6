// Whose tokens are believed, and what of them.
import type { JSONWebKeySet } from 'jose';
import type { Id, StaffRole } from '#libs/case';

export interface AuthOptions {
  /** `iss` that a token must carry, exactly. */
  readonly issuer: string;
  /** `iss` that an ID token must carry, where that is another. Left out: the same as `issuer`. */
  readonly idIssuer?: string;
  /** `aud` that an access token must carry. */
  readonly audience: string;
  /** `aud` that an ID token must carry: the client id of the pages. Left out: the same as `audience`. */
  readonly clientId?: string;
  /** The issuer's public keys: fetched and cached from its JWKS address, or given. */
  readonly keys: { readonly url: string } | { readonly local: JSONWebKeySet };
  /** Signature algorithms believed; none of them symmetric, `none` never. */
  readonly algorithms?: readonly SignatureAlgorithm[];
  /** How many verified tokens are remembered; the least recently used goes first. */
  readonly rememberedTokens?: number;
  /** The service of a token that names none: for an issuer of one service alone. Left out: such a token is not believed. */
  readonly service?: Id;
  /** Where the issuer says staff roles. Left out: the service's staff register says them. Who is at work the register says either way. */
  readonly roles?: RolesClaim;
}

/** A claim that names roles in the issuer's words: `groups`, or `realm_access.roles` for one inside another. */
export interface RolesClaim {
  readonly claim: string;
  /** The issuer's word to ours; any other word means nothing. */
  readonly as: Readonly<Record<string, StaffRole>>;
}

/** Asymmetric algorithms only: a shared secret could sign as well as verify. */
export type SignatureAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'ES384' | 'EdDSA';
export const believedAlgorithms: readonly SignatureAlgorithm[] = ['ES256', 'RS256', 'PS256', 'EdDSA'];
