// The sign-in provider that comes with `npm start`: OpenID Connect for the demonstration's staff, without passwords, and so never in production.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { interactionPolicy, Provider, type KoaContextWithOIDC } from 'oidc-provider';
import { CannotStart } from '#libs/config';
import { choicePage, leavePage, providerPage, type Choice } from './page.js';
import { CLIENT, knownProvider, MOUNT, providerKeys, type KnownProvider } from './keys.js';
import { Shelf } from './shelf.js';

export interface EmbeddedProviderOptions {
  /** The address people type, without a path; the issuer is `/oidc` below it. */
  readonly publicUrl: string;
  /** Keeps the keys. */
  readonly folder: string;
  readonly serviceId: string;
  readonly people: readonly Choice[];
  /** Address of the stylesheet. */
  readonly style: string;
}

export interface EmbeddedProvider extends KnownProvider {
  /** Answers everything below /oidc. */
  readonly answer: RequestListener;
}

const WHO = '/who/';

/** Seconds: choosing a name from a list is quick; a session of the provider lasts for a working day. */
const ttl = { Interaction: 15 * 60, Session: 12 * 3600, Grant: 12 * 3600, IdToken: 300, AccessToken: 300 };

/** @throws CannotStart in production, with one line. */
export async function embeddedProvider(options: EmbeddedProviderOptions): Promise<EmbeddedProvider> {
  if (process.env['NODE_ENV'] === 'production')
    throw new CannotStart('The embedded sign-in provider has no passwords: it does not run in production.');
  const { publicUrl, people, style, serviceId } = options;
  const keys = await providerKeys(options.folder);
  const { signing, cookies } = keys;
  const known = knownProvider(publicUrl, keys);
  const provider = new Provider(known.issuer, {
    adapter: Shelf,
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none', // a public client: PKCE is what protects it
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signing as { kty: string }] },
    cookies: { keys: [...cookies] },
    ttl,
    pkce: { required: () => true },
    claims: { openid: ['sub', 'service'] },
    conformIdTokenClaims: false, // the ID token says which service the person belongs to
    findAccount: (_context, subject) =>
      people.some((one) => one.subject === subject)
        ? { accountId: subject, claims: () => ({ sub: subject, service: serviceId }) }
        : undefined,
    interactions: { policy: choosingEachTime(), url: (_context, { uid }) => `${MOUNT}${WHO}${uid}` },
    loadExistingGrant: grantFor,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => void (context.body = leavePage(style, form)),
        postLogoutSuccessSource: (context) =>
          void (context.body = providerPage(
            style,
            'You are signed out',
            '<p class="govuk-body"><a class="govuk-link" href="/">Go on</a></p>',
          )),
      },
    },
    clientBasedCORS: () => false,
    renderError: (context) => {
      context.type = 'html';
      context.body = providerPage(
        style,
        'Signing in did not work',
        '<p class="govuk-body"><a class="govuk-link" href="/">Begin again</a></p>',
      );
    },
  });
  provider.proxy = true; // the front door says what the public address is
  const callback = provider.callback();

  return {
    ...known,
    answer: (request, response) => {
      arrive(request, new URL(publicUrl));
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (request.url?.startsWith(WHO))
        choose(provider, people, style, request, response).catch(() => broken(response));
      else void callback(request, response);
    },
  };
}

/** Everybody is asked who they are each time: that is what a demonstration is for. */
function choosingEachTime() {
  const policy = interactionPolicy.base();
  const asked = new interactionPolicy.Check(
    'who_today',
    'Somebody chooses whom to sign in as.',
    ({ oidc }: KoaContextWithOIDC) => oidc.result?.login === undefined,
  );
  policy.get('login')?.checks.add(asked);
  return policy;
}

/** The pages are our own client: no consent screen asks whether they may know the person. */
async function grantFor({ oidc }: KoaContextWithOIDC) {
  const { session, client, provider } = oidc;
  if (!session?.accountId || !client) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Makes the request look as it left the browser, whatever proxy it came through, and puts the mount path aside. */
function arrive(request: IncomingMessage & { originalUrl?: string }, { host, protocol }: URL): void {
  request.originalUrl = request.url ?? MOUNT;
  request.url = request.originalUrl.slice(MOUNT.length) || '/';
  request.headers.host = host;
  request.headers['x-forwarded-host'] = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

const headers = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

async function choose(
  provider: Provider,
  people: readonly Choice[],
  style: string,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response); // throws for a browser that did not begin this
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    response.end(choicePage(style, request.originalUrl ?? '', people));
    return;
  }
  const subject = new URLSearchParams(await bodyOf(request)).get('subject') ?? '';
  if (!people.some((one) => one.subject === subject)) throw new Error('nobody of that name');
  const login = { login: { accountId: subject, remember: false } };
  await provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
}

const policy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > 10_000) throw new Error('too long');
  }
  return body;
}

function broken(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(400, { 'content-type': 'text/plain' }).end('This sign-in is over. Begin again.');
}
