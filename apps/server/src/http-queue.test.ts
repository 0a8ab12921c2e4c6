// More is asked than can be answered: who waits, who is sent away, and what is never begun.
import { once } from 'node:events';
import { createServer, request as ask, type ClientRequest, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { queued } from './http-queue.js';

let server: Server;
let port: number;
/** Requests that were begun and not yet answered, by their path, in the order in which they were begun. */
let begun: Map<string, ServerResponse>;
const order: string[] = [];
beforeEach(async () => {
  begun = new Map();
  order.length = 0;
  const slow = queued(
    ({ url = '' }, response) => {
      begun.set(url, response);
      order.push(url);
    },
    { atOnce: 1, waiting: 2 },
    'graphql',
  );
  server = createServer((request, response) => {
    slow(request, response);
    response.once('close', () => server.emit('left'));
    server.emit('came');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  for (const response of begun.values()) response.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Asked {
  readonly client: ClientRequest;
  readonly answer: Promise<{ status: number; retry: string | undefined; text: string }>;
}
/** Sends a request, and resolves when the server has it. */
async function send(path: string): Promise<Asked> {
  const came = once(server, 'came');
  const client = ask({ port, path, method: 'POST', agent: false });
  const answer = new Promise<Awaited<Asked['answer']>>((resolve, reject) => {
    client.on('error', reject);
    client.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more: string) => (text += more));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, retry: response.headers['retry-after'], text }),
      );
    });
  });
  answer.catch(() => undefined);
  client.end();
  await came;
  return { client, answer };
}
/** The client gives up; resolves when the server knows. */
async function leaves({ client }: Asked): Promise<void> {
  const left = once(server, 'left');
  client.destroy();
  await left;
}
function finish(path: string): void {
  begun.get(path)?.end('done');
  begun.delete(path);
}

test('above the bound the one that waited longest is sent away with 503, a time to come back, and a code', async () => {
  const asked = [await send('/1'), await send('/2'), await send('/3'), await send('/4')];
  const { status, retry, text } = (await asked[1]?.answer) ?? {};
  expect([status, retry]).toEqual([503, '1']);
  expect(JSON.parse(text ?? '')).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  expect(order).toEqual(['/1']);
});

test('the last to come is served first, since the first are about to give up; in the end all who wait are served', async () => {
  const asked = [await send('/1'), await send('/2'), await send('/3')];
  finish('/1');
  finish('/3');
  finish('/2');
  expect(order).toEqual(['/1', '/3', '/2']);
  expect(await Promise.all(asked.map(async ({ answer }) => (await answer).text))).toEqual(['done', 'done', 'done']);
});

test('a request whose client is gone is never begun', async () => {
  await send('/1');
  const gone = await send('/2');
  await leaves(gone);
  const later = await send('/3');
  finish('/1');
  finish('/3');
  await later.answer;
  expect(order).toEqual(['/1', '/3']);
});

test('work that goes on for a client who left keeps its place: others are not begun beside it', async () => {
  const impatient = await send('/1');
  await leaves(impatient);
  await send('/2');
  expect(order).toEqual(['/1']);
  finish('/1');
  expect(order).toEqual(['/1', '/2']);
});
