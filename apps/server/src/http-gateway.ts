// One port for everything a process answers: GraphQL, the embedded sign-in provider where there is one, the pages for all the rest, and health.
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { securityHeaders } from '../../api/src/server/http/headers.js';
import { answerUnreadable } from '../../api/src/server/http/plain-errors.js';
import { answerHealth, isReadiness } from './health.js';
import { misdirected, namesTwoHosts } from './host-header.js';
import { closing } from './http-closing.js';
import { queued } from './http-queue.js';
import type { Admitted, Stopping } from '#libs/config';

/** What answers behind the door; null for a part that runs in another process. */
export interface Behind {
  /** /graphql, /graphiql, /open-referral and /referral-files, and health where there is an API. */
  readonly api: RequestListener | null;
  /** /oidc; null where staff sign in with a provider of their own. */
  readonly oidc: RequestListener | null;
  readonly pages: RequestListener | null;
  /** Sentences about what stands in the way of serving, where no API answers that. Left out: nothing does. */
  readonly ready?: () => Promise<readonly string[]>;
  /** How many requests are worked on at once, and how many wait; left out: any number. */
  readonly admitted?: Admitted;
}

export interface HttpGateway {
  readonly port: number;
  /** For example http://127.0.0.1:3000, without a path: where it listens. */
  readonly url: string;
  /** Begins to serve people who come to one of these names. Until then every request is answered 503, to be tried again in a moment. */
  opens(behind: Behind, names?: readonly string[]): void;
  /** Says that it is not ready, waits for the load balancer, answers what it accepted, then closes the port. */
  stop(): Promise<void>;
}

/** Milliseconds, as the API has them by itself: no client is waited for without end. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Longer than proxies keep a connection, so that they and not we close it. */
const KEEP_ALIVE_MS = 72_000;

const AT_ONCE: Stopping = { drainSeconds: 0, stopSeconds: 25 };

const ofTheApi = /^\/(graphql|graphiql|health|open-referral|referral-files)(?=[/?]|$)/;
const ofTheProvider = /^\/oidc(?=[/?]|$)/;
const ofHealth = /^\/health\/(live|ready)(?=\?|$)/;

const notYet: RequestListener = (request, response) => {
  if (ofHealth.test(request.url ?? '')) answerHealth(response, isReadiness(request.url) ? ['It is starting.'] : []);
  else response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Starting.');
};
const notHere: RequestListener = (_request, response) => {
  response.writeHead(404, securityHeaders).end();
};

/** Listens; rejects with the system's error when the port cannot be had. */
export async function openHttpGateway(host: string, port: number, stopping = AT_ONCE): Promise<HttpGateway> {
  let answer = notYet;
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: HEADERS_MS / 2,
  });
  const accepted = closing(server, stopping.stopSeconds);
  server.on('request', (request, response) => {
    accepted.took(request, response);
    if (accepted.isLeaving() && isReadiness(request.url)) answerHealth(response, ['It is stopping.']);
    else answer(request, response);
  });
  server.on('clientError', answerUnreadable(securityHeaders));
  await listening(server, host, port);
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    opens: (behind, names = []) => {
      answer = forNames(names, among(behind));
    },
    // No request was accepted yet, so none needs an answer.
    stop: () => accepted.finish(answer === notYet ? 0 : stopping.drainSeconds),
  };
}

/** Answers only who came to a name of ours; whoever asks for health need name none. */
function forNames(names: readonly string[], answer: RequestListener): RequestListener {
  return (request, response) => {
    const asksHealth = ofHealth.test(request.url ?? '');
    const wrong = asksHealth ? (namesTwoHosts(request) ? 400 : null) : misdirected(request, names);
    if (wrong === null) answer(request, response);
    else response.writeHead(wrong, { ...securityHeaders, connection: 'close' }).end(STATUS_CODES[wrong]);
  };
}

/** Chooses by the path who answers. */
function among({ api, oidc, pages, ready = async () => [], admitted }: Behind): RequestListener {
  // Pages ask the API, so that each has a queue of its own: pages in a queue with the API would wait for themselves.
  const graphql = api && admitted ? queued(api, admitted, 'graphql') : api;
  const page = pages && admitted ? queued(pages, admitted, 'page') : (pages ?? notHere);
  return (request, response) => {
    const url = request.url ?? '/';
    // Health is asked of a process that is busy, above all.
    if (api && ofTheApi.test(url)) (ofHealth.test(url) ? api : graphql)?.(request, response);
    else if (oidc && ofTheProvider.test(url)) oidc(request, response);
    else if (ofHealth.test(url))
      void (isReadiness(url) ? ready() : Promise.resolve([])).then((problems) => answerHealth(response, problems));
    else page(request, response);
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
