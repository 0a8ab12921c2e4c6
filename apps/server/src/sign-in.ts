// Whose tokens are believed, and where staff sign in: the sign-in service that the settings name, else the demonstration's own.
import type { AuthOptions } from '../../api/src/index.js';
import type { IssuerOptions } from '../../web/src/index.js';
import type { SignIn } from '#libs/config';

/** What the API and the pages are given for sign-in. */
export interface SignInParts {
  readonly auth: AuthOptions;
  /** Where staff sign in with pages; null: nowhere. */
  readonly issuer: IssuerOptions | null;
  /** The service of tokens that name none; null where each must. */
  readonly service: string | null;
}

/** The sign-in service that the settings name. */
export function signInWith({ issuer, audience, jwksUrl, client, service, roles }: SignIn): SignInParts {
  const said = { ...(client && { clientId: client.id }), ...(service && { service }), ...(roles && { roles }) };
  return {
    auth: { issuer, audience, keys: { url: jwksUrl }, ...said },
    issuer: client && clientOf(issuer, client),
    service,
  };
}

const clientOf = (url: string, { id, secret }: { id: string; secret: string | null }): IssuerOptions => ({
  url,
  clientId: id,
  ...(secret !== null && { clientSecret: secret }),
});
