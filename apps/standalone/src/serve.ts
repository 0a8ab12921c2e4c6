// The house behind one door: the API and the pages, and with the demonstration the embedded sign-in provider.
import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi, type ApiOptions } from '../../api/src/index.js';
import { assetUrls, createWeb, pagesFolder, type IssuerOptions } from '../../web/src/index.js';
import type { FrontDoor } from './front-door.js';
import type { EmbeddedProvider } from './oidc/provider.js';

export interface Served extends Omit<ApiOptions, 'port' | 'host' | 'trustedDocuments' | 'webSecret'> {
  /** The address people type, without a path. */
  readonly publicUrl: string;
  /** At least 32 bytes that cookies are sealed with; null: made anew, and sign-ins under way end with the process. */
  readonly cookieSecret: Buffer | null;
  /** Where staff sign in; null: nowhere, with pages. */
  readonly issuer: IssuerOptions | null;
  readonly provider: EmbeddedProvider | null;
}

/** The address of the stylesheet, for the provider's own pages. */
export const style = assetUrls.style;

/** Builds everything and opens the door; `stop` ends it, the door last. */
export async function serve(door: FrontDoor, options: Served): Promise<{ stop(): Promise<void> }> {
  const { publicUrl, cookieSecret, issuer, provider, ...shared } = options;
  const secret = randomBytes(32).toString('base64url');
  const api = await createApi({ ...shared, ...nowhere, trustedDocuments: pagesFolder, webSecret: secret });
  const web = await createWeb({
    ...nowhere,
    publicUrl,
    apiUrl: `${reachable(door.url)}/graphql`,
    apiSecret: secret,
    key: cookieSecret ?? randomBytes(32),
    issuer: issuer && provider ? { ...issuer, fetch: within(publicUrl, reachable(door.url)) } : issuer,
    ...(shared.trustProxy !== undefined && { trustProxy: shared.trustProxy }),
    ...(shared.log && { log: shared.log }),
  });
  door.opens({
    api: await listener(api),
    pages: underOneName(publicUrl, await listener(web)),
    oidc: provider?.answer ?? null,
  });
  return {
    stop: async () => {
      await door.stop();
      await web.close();
      await api.close();
    },
  };
}

/** The address people type where nobody set one: localhost, which browsers trust like https, where that is what listens. */
export function publicUrlFor(host: string, { port, url }: FrontDoor): string {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)$/.test(host) ? `http://localhost:${port}` : url;
}

/** The embedded provider is asked inside this machine: a proxy's public address need not lead here from here. */
const within =
  (publicUrl: string, inside: string): typeof fetch =>
  (address, init) =>
    fetch(String(address).replace(publicUrl, inside), init);

/** Neither listens by itself: the door does. */
const nowhere = { port: 0, host: '127.0.0.1' } as const;

/** An address that listens on every interface is reached on this machine's own. */
const reachable = (url: string): string => url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

async function listener(app: NestFastifyApplication): Promise<RequestListener> {
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  return (request, response) => void server.routing(request, response);
}

/** Cookies belong to one name: who typed 127.0.0.1 where pages are at localhost is sent there, and can sign in. */
function underOneName(publicUrl: string, pages: RequestListener): RequestListener {
  const { hostname, host } = new URL(publicUrl);
  if (hostname !== 'localhost') return pages;
  return (request, response) => {
    const asked = request.headers.host ?? host;
    if (request.method !== 'GET' || !/^(127\.0\.0\.1|\[::1\])(:|$)/.test(asked)) return pages(request, response);
    response.writeHead(302, { location: publicUrl + (request.url ?? '/') }).end();
  };
}
