// A load over HTTP in a process of its own: so many clients, each on one kept connection, each sending when it has its answer.
// Written on bare sockets, so that on a small machine the load takes as little as can be from what it measures.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { asChild } from './child.js';
import { sampleOf, type Sample } from './samples.js';

export interface LoadOrders {
  readonly port: number;
  readonly path: string;
  readonly token: string;
  /** The body; `{case}`, `{participant}`, `{key}` and `{date}` are filled in anew for each request. */
  readonly body: string;
  /** What every good answer contains. */
  readonly expect: string;
  readonly cases: readonly string[];
  readonly clients: number;
  /** At most; fewer when `answers` are there before. */
  readonly seconds: number;
  readonly answers?: number;
}

asChild<LoadOrders, Sample>(async (orders) => {
  const times: number[] = [];
  const from = performance.now();
  const until = from + orders.seconds * 1000;
  await Promise.all(Array.from({ length: orders.clients }, (_, n) => client(orders, n, until, times)));
  return sampleOf(times, (performance.now() - from) / 1000);
});

/** One client: resolves when the time is over; rejects with the first answer that is not as expected. */
function client(orders: LoadOrders, number: number, until: number, times: number[]): Promise<void> {
  const socket = connect({ port: orders.port, host: '127.0.0.1', noDelay: true });
  const next = requestsOf(orders, number);
  return new Promise((resolve, reject) => {
    let buffered = '';
    let sentAt = 0;
    const send = (): void => {
      if (performance.now() >= until || times.length >= (orders.answers ?? Infinity))
        return void socket.end(() => resolve());
      sentAt = performance.now();
      socket.write(next());
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (text: string) => {
      buffered += text;
      const head = buffered.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(buffered.slice(0, head));
      if (!length) return void reject(new Error(`No content-length in ${buffered.slice(0, head)}`));
      if (buffered.length < head + 4 + Number(length[1])) return;
      if (!buffered.startsWith('HTTP/1.1 200') || !buffered.includes(orders.expect))
        return void reject(new Error(`An answer is not as expected: ${buffered.slice(head + 4, head + 400)}`));
      times.push(performance.now() - sentAt);
      buffered = '';
      send();
    });
  });
}

/** The requests of one client: its own cases in turn, a fresh key and another date each time. */
function requestsOf({ port, path, token, body, cases, clients }: LoadOrders, number: number): () => string {
  const own = cases.filter((_, n) => n % clients === number % clients);
  const start = Math.floor(Math.random() * own.length);
  const parts = body.split(/(\{case\}|\{key\}|\{date\})/);
  let count = start;
  return () => {
    count += 1;
    const values: Record<string, string> = {
      '{case}': own[count % own.length] ?? '',
      '{key}': randomUUID(),
      '{date}': dayOf(count + Math.floor(count / own.length)),
    };
    const text = parts.map((part) => values[part] ?? part).join('');
    return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
}

/** A day some months ahead, another one for each number. */
export const dayOf = (number: number): string =>
  new Date(Date.UTC(2030, 0, 1 + (number % 300))).toISOString().slice(0, 10);
