// Staff sign-in with the service's own provider: authorization code with PKCE, state and nonce (openid-client does the checking).
import * as oidc from 'openid-client';
import type { IssuerOptions } from '../../options.js';

/** What a sign-in that was begun must remember until it is finished, in the browser that began it. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The provider as the pages use it. Every method asks the network and fails when the provider is away. */
export interface StaffSignIn {
  begin(): Promise<{ readonly url: string; readonly begun: BegunSignIn }>;
  /** The ID token. @throws NotFinished when the answer is not the one that was begun, or is a refusal. */
  finish(query: string, begun: BegunSignIn): Promise<string>;
  /** Where the provider's own session ends; null when it has no such place. */
  endUrl(): Promise<string | null>;
}

/** The provider's answer is no sign-in that was begun here: cancelled, tampered with, too late or a second time. */
export class NotFinished extends Error {}

/** The provider could not be asked. */
export class ProviderAway extends Error {
  readonly statusCode = 503;
}

/** Its own path, so that no page has an authorization code in its address. */
export const CALLBACK = '/sign-in/callback';

/** The provider named by `issuer`; its configuration is read at the first sign-in, and again after a failure. */
export function staffSignIn(issuer: IssuerOptions, publicUrl: string): StaffSignIn {
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(issuer);
    found.catch(() => (found = undefined));
    return found.catch((error: unknown) => {
      throw new ProviderAway('the sign-in provider cannot be asked', { cause: error });
    });
  };
  return {
    begin: async () => {
      const config = await configuration();
      const begun = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: publicUrl + CALLBACK,
        scope: ['openid', issuer.scope].filter(Boolean).join(' '),
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, begun };
    },
    finish: async (query, { state, nonce, verifier }) => {
      const config = await configuration();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const answer = await oidc
        .authorizationCodeGrant(config, new URL(`${publicUrl}${CALLBACK}?${query}`), checks)
        .catch((error: unknown) => {
          if (isAway(error)) throw new ProviderAway('the sign-in provider cannot be asked', { cause: error });
          throw new NotFinished('not the sign-in that was begun', { cause: error });
        });
      if (answer.id_token === undefined) throw new NotFinished('no ID token');
      return answer.id_token;
    },
    endUrl: async () => {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      // Without the ID token as a hint: it names a person, and an address ends up in logs.
      const back = { post_logout_redirect_uri: `${publicUrl}/signed-out`, client_id: issuer.clientId };
      return oidc.buildEndSessionUrl(config, back).href;
    },
  };
}

/** Seconds that the provider may take for one answer. */
const PATIENCE = 10;

function discover({ url, clientId, clientSecret, fetch: reach }: IssuerOptions): Promise<oidc.Configuration> {
  const server = new URL(url);
  const plain = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
  return oidc.discovery(server, clientId, undefined, authentication, {
    timeout: PATIENCE,
    execute: plain,
    ...(reach && { [oidc.customFetch]: reach as oidc.CustomFetch }),
  });
}

/** The network failed, or the provider itself. */
const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof oidc.ResponseBodyError && error.status >= 500) ||
  (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)) ||
  (error as { code?: string }).code === 'OAUTH_TIMEOUT';
