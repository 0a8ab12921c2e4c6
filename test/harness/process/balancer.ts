// A load balancer as services have one: each request goes to the next process in turn, and none to a process that says it is not ready.
import {
  Agent,
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A process behind it. */
interface Backend {
  readonly url: string;
  ready: boolean;
  /** Requests that it answered. */
  answered: number;
}

export interface Balancer {
  /** Where people come in; without a trailing slash. */
  readonly url: string;
  /** Sends requests to these processes. */
  sendsTo(kind: 'api' | 'web', urls: readonly string[]): void;
  /** Answers everything below /oidc. */
  provider: RequestListener | null;
  /** Requests that each process answered, in the order in which they were named. */
  answered(kind: 'api' | 'web'): number[];
  close(): Promise<void>;
}

/** Milliseconds between two questions for health. */
const LOOK_MS = 100;

export async function openBalancer(): Promise<Balancer> {
  const pools: Record<'api' | 'web', Backend[]> = { api: [], web: [] };
  const turns = { api: 0, web: 0 };
  // Connections are kept, as real ones keep them: a process that closes one under a request would lose it.
  const agent = new Agent({ keepAlive: true });

  const next = (kind: 'api' | 'web'): Backend | undefined => {
    const ready = pools[kind].filter((one) => one.ready);
    return ready[turns[kind]++ % ready.length];
  };
  const pass = (kind: 'api' | 'web', came: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const backend = next(kind);
    if (!backend) return void response.writeHead(502).end('nobody is ready');
    const forwarded = [came.headers['x-forwarded-for'], came.socket.remoteAddress].filter(Boolean).join(', ');
    const headers = { ...came.headers, 'x-forwarded-for': forwarded, 'content-length': String(body.length) };
    const passed = ask(backend.url + (came.url ?? '/'), { method: came.method, headers, agent }, (answer) => {
      backend.answered += 1;
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      // Nothing was sent to a port without a listener: every balancer tries the next one. Whatever was sent may have happened.
      if (error.code !== 'ECONNREFUSED') return void response.writeHead(502).end(`lost: ${error.code}`);
      backend.ready = false;
      pass(kind, came, body, response);
    });
    passed.end(body);
  };

  const balancer: Balancer = {
    url: '',
    provider: null,
    sendsTo: (kind, urls) => void (pools[kind] = urls.map((url) => ({ url, ready: true, answered: 0 }))),
    answered: (kind) => pools[kind].map(({ answered }) => answered),
    close: async () => {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((came, response) => {
    const path = came.url ?? '/';
    if (balancer.provider && /^\/oidc(?=[/?]|$)/.test(path)) return balancer.provider(came, response);
    const parts: Buffer[] = [];
    came.on('data', (part: Buffer) => parts.push(part));
    came.on('end', () => pass(/^\/graphql(?=[/?]|$)/.test(path) ? 'api' : 'web', came, Buffer.concat(parts), response));
  });
  const looking = setInterval(() => {
    for (const backend of [...pools.api, ...pools.web])
      void fetch(`${backend.url}/health/ready`).then(
        (answer) => (backend.ready = answer.ok),
        () => (backend.ready = false),
      );
  }, LOOK_MS);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(balancer, { url: `http://localhost:${(server.address() as AddressInfo).port}` });
}
