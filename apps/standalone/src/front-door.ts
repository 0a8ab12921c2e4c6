// One port for everything: GraphQL, the embedded sign-in provider where there is one, and the pages for all the rest.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerUnreadable, securityHeaders } from '../../api/src/index.js';

/** What answers behind the door. */
export interface Behind {
  /** /graphql, /graphiql and /health. */
  readonly api: RequestListener;
  /** /oidc; null where staff sign in with a provider of their own. */
  readonly oidc: RequestListener | null;
  readonly pages: RequestListener;
}

export interface FrontDoor {
  readonly port: number;
  /** For example http://127.0.0.1:3000, without a path: where it listens. */
  readonly url: string;
  /** Lets everybody in. Until then they are told to come back in a moment. */
  opens(behind: Behind): void;
  /** Answers what is under way, then closes the port. */
  stop(): Promise<void>;
}

/** Milliseconds, as the API has them by itself: nobody is waited for for ever. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Longer than proxies keep a connection, so that they and not we close it. */
const KEEP_ALIVE_MS = 72_000;

const ofTheApi = /^\/(graphql|graphiql|health)(?=[/?]|$)/;
const ofTheProvider = /^\/oidc(?=[/?]|$)/;

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Starting.');
};

/** Listens; rejects with the system's error when the port cannot be had. */
export async function openFrontDoor(host: string, port: number): Promise<FrontDoor> {
  let answer = notYet;
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: HEADERS_MS / 2,
    },
    (request, response) => answer(request, response),
  );
  server.on('clientError', answerUnreadable(securityHeaders));
  await listening(server, host, port);
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    opens: ({ api, oidc, pages }) => {
      answer = (request, response) => {
        const url = request.url ?? '/';
        if (ofTheApi.test(url)) api(request, response);
        else if (oidc && ofTheProvider.test(url)) oidc(request, response);
        else pages(request, response);
      };
    },
    stop: () => closed(server),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
