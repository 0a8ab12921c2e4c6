// What a process answers behind its one door: the API, the pages, or both, and with the demonstration the embedded sign-in provider.
import type { RequestListener } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiOptions } from '../../api/src/index.js';
import type { IssuerOptions, WebOptions } from '../../web/src/index.js';
import { asHeader, type Shared } from './derived-secrets.js';
import { openHttpGateway, type Behind, type HttpGateway } from './http-gateway.js';
import type { EmbeddedProvider } from '../../demo/src/oidc/provider.js';
import type { Admitted } from '#libs/config';

/** What the API is given; who its documents and the pages' secret come from is decided here. */
export type ApiPart = Omit<ApiOptions, 'port' | 'host' | 'trustedDocuments' | 'webSecret'>;

/** What the pages are given. */
export interface WebPart extends Pick<WebOptions, 'trustProxy' | 'log' | 'look'> {
  /** What cookies are sealed with. */
  readonly cookies: Shared;
  /** Where the API answers, without a path; null: in this process. */
  readonly apiUrl: string | null;
  /** Where staff sign in; null: nowhere, with pages. */
  readonly issuer: IssuerOptions | null;
}

export interface Served {
  /** The address people type, without a path. */
  readonly publicUrl: string;
  /** Names that people and processes come to beside that of `publicUrl`. */
  readonly hostNames?: readonly string[];
  /** Null for a part that runs in another process. */
  readonly api: ApiPart | null;
  readonly web: WebPart | null;
  readonly provider: EmbeddedProvider | null;
  /** What the pages prove themselves to the API with. */
  readonly betweenThem: Shared;
  /** Sentences about what stands in the way of serving, where no API answers that. */
  readonly ready?: () => Promise<readonly string[]>;
  /** How many requests are worked on at once, and how many wait; left out: any number. */
  readonly admitted?: Admitted;
}

/** Builds everything and opens the door; `stop` ends it in the order in which the parts need one another. */
export async function serve(door: HttpGateway, options: Served): Promise<{ stop(): Promise<void> }> {
  const { publicUrl, provider, betweenThem, ready, admitted } = options;
  const api = options.api && (await openApi(options.api, betweenThem.map(asHeader)));
  const oidc = provider?.answer ?? null;
  const within = options.web && (await openWithin({ api: api?.answer ?? null, oidc, ...(admitted && { admitted }) }));
  const web = options.web && (await openWeb(options.web, publicUrl, betweenThem, provider, within?.url ?? ''));
  const limits = { ...(ready && { ready }), ...(admitted && { admitted }) };
  door.opens({ api: api?.answer ?? null, pages: web && underOneName(publicUrl, web.answer), oidc, ...limits }, [
    ...(publicUrl ? [new URL(publicUrl).hostname] : []),
    ...(options.hostNames ?? []),
  ]);
  return {
    stop: async () => {
      await door.stop();
      await web?.stop();
      await within?.stop();
      await api?.stop();
    },
  };
}

interface Opened {
  readonly answer: RequestListener;
  stop(): Promise<void>;
}

async function openApi(part: ApiPart, webSecret: readonly string[]): Promise<Opened> {
  const { createApi } = await import('../../api/src/index.js');
  const { pagesFolder } = await import('../../web/src/pages-folder.js');
  return opened(await createApi({ ...part, ...nowhere, trustedDocuments: pagesFolder, webSecret }));
}

async function openWeb(
  { cookies, apiUrl, issuer, ...part }: WebPart,
  publicUrl: string,
  [secret]: Shared,
  provider: EmbeddedProvider | null,
  within: string,
): Promise<Opened> {
  const { createWeb } = await import('../../web/src/index.js');
  const [key, ...acceptedKeys] = cookies;
  return opened(
    await createWeb({
      ...part,
      ...nowhere,
      publicUrl,
      apiUrl: `${apiUrl ?? within}/graphql`,
      apiSecret: asHeader(secret),
      key,
      acceptedKeys,
      issuer: issuer && provider ? { ...issuer, fetch: inside(publicUrl, within) } : issuer,
    }),
  );
}

/**
 * A door for the pages alone, on this machine: while the front door finishes what it accepted it takes nothing new, and a
 * page that is being answered must still reach the API and the provider.
 */
async function openWithin(behind: Omit<Behind, 'pages' | 'ready'>): Promise<HttpGateway> {
  const door = await openHttpGateway('127.0.0.1', 0);
  door.opens({ ...behind, pages: null });
  return door;
}

/** The address people type where the settings give none: localhost, which browsers trust like https, where that is what listens. */
export function publicUrlFor(host: string, { port, url }: HttpGateway): string {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)$/.test(host) ? `http://localhost:${port}` : url;
}

/** The embedded provider is asked inside this process: a proxy's public address need not lead here from here. */
const inside =
  (publicUrl: string, within: string): typeof fetch =>
  (address, init) =>
    fetch(String(address).replace(publicUrl, within), init);

/** Neither listens by itself: the door does. */
const nowhere = { port: 0, host: '127.0.0.1' } as const;

async function opened(app: NestFastifyApplication): Promise<Opened> {
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  return { answer: (request, response) => void server.routing(request, response), stop: () => app.close() };
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
