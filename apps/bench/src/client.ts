// One client over HTTP on one kept connection, which sends the next request when it has its answer.
// Written on a bare socket, so that on a small machine the load takes as little as can be from what it measures.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

export interface Requests {
  readonly port: number;
  readonly path: string;
  readonly token: string;
  /** The body; `{case}`, `{key}` and `{date}` are filled in anew for each request. */
  readonly body: string;
  /** What every good answer contains. */
  readonly expect: string;
  readonly cases: readonly string[];
}

/**
 * Sends until it is `enough`, and says of each answer how many milliseconds it took. Rejects with the first answer that is
 * not as expected.
 */
export function client(requests: Requests, enough: () => boolean, answered: (ms: number) => void): Promise<void> {
  const socket = connect({ port: requests.port, host: '127.0.0.1', noDelay: true });
  const next = requestsOf(requests);
  return new Promise((resolve, reject) => {
    let buffered = '';
    let sentAt = 0;
    const send = (): void => {
      if (enough()) return void socket.end(() => resolve());
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
      if (!buffered.startsWith('HTTP/1.1 200') || !buffered.includes(requests.expect)) {
        socket.destroy();
        return void reject(new Error(`Error: an answer is not as expected: ${buffered.slice(head + 4, head + 400)}`));
      }
      answered(performance.now() - sentAt);
      buffered = '';
      send();
    });
  });
}

/** The requests of one client: its cases in turn, a fresh key and another date each time. */
function requestsOf({ port, path, token, body, cases }: Requests): () => string {
  const parts = body.split(/(\{case\}|\{key\}|\{date\})/);
  let count = Math.floor(Math.random() * cases.length);
  return () => {
    count += 1;
    const values: Record<string, string> = {
      '{case}': cases[count % cases.length] ?? '',
      '{key}': randomUUID(),
      '{date}': dayOf(count + Math.floor(count / cases.length)),
    };
    const text = parts.map((part) => values[part] ?? part).join('');
    return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
}

/** A day some months ahead, another one for each number. */
const dayOf = (number: number): string => new Date(Date.UTC(2030, 0, 1 + (number % 300))).toISOString().slice(0, 10);
