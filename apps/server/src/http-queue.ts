// A bounded queue before what answers: more requests at once make nothing faster, and an answer after the client has gone is work for nobody.
import { performance } from 'node:perf_hooks';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Admitted } from '#libs/config';
import { securityHeaders } from '../../api/src/server/http/headers.js';

/** Seconds after which one who was sent away may come back: the queue turns over several times in between. */
const RETRY_SECONDS = '1';
/** Milliseconds that a request waits at most: whoever waits longer is better told so. */
const LONGEST_WAIT_MS = 1_000;
/** Milliseconds for which work whose client is gone keeps its place: longer than the database is waited for. */
const LEFT_ALONE_MS = 10_000;

const GRAPHQL = JSON.stringify({
  errors: [{ message: 'Too much is asked at the moment: try again in a moment.', extensions: { code: 'UNAVAILABLE' } }],
});
const tooMuch = {
  graphql: { type: 'application/json; charset=utf-8', body: GRAPHQL },
  page: { type: 'text/plain; charset=utf-8', body: 'Too many people ask at the moment. Try again in a moment.' },
} as const;

/** In what form a request is sent away. */
export type Kind = keyof typeof tooMuch;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly since: number;
}

/**
 * Hands at most `atOnce` requests to `answer`, and lets `waiting` more wait. The last to come is the first to be served: in
 * a queue that does not empty the first are about to give up, and serving them would serve nobody. Those above the bound,
 * and those who waited too long, are sent away with 503 before anything of them is read; the oldest go first. A request
 * whose client is gone leaves the queue and is not begun.
 */
export function queued(answer: RequestListener, { atOnce, waiting }: Admitted, kind: Kind): RequestListener {
  let working = 0;
  let queue: Waiting[] = [];

  const begin = ({ request, response }: Omit<Waiting, 'since'>): void => {
    working += 1;
    onceAnswered(response, () => {
      working -= 1;
      sendTheOldAway();
      const next = queue.pop();
      if (next) begin(next);
    });
    answer(request, response);
  };
  const sendTheOldAway = (): void => {
    const old = performance.now() - LONGEST_WAIT_MS;
    for (let [oldest] = queue; oldest && (oldest.since < old || queue.length > waiting); [oldest] = queue) {
      queue.shift();
      sendAway(oldest.response, kind);
    }
  };

  return (request, response) => {
    if (working < atOnce) return begin({ request, response });
    queue.push({ request, response, since: performance.now() });
    response.once('close', () => (queue = queue.filter((one) => one.response !== response)));
    sendTheOldAway();
  };
}

/**
 * Calls back once, when what answers has ended its answer. A client that leaves does not end the work done for it: that
 * keeps its place, so that impatient clients cannot have more done at once than patient ones.
 */
function onceAnswered(response: ServerResponse, then: () => void): void {
  let called = false;
  const call = () => {
    if (called) return;
    called = true;
    then();
  };
  const end = response.end.bind(response) as ServerResponse['end'];
  response.end = ((...given: Parameters<ServerResponse['end']>) => {
    call();
    return end(...given);
  }) as ServerResponse['end'];
  response.once('close', () => {
    if (!called) setTimeout(call, response.writableEnded ? 0 : LEFT_ALONE_MS).unref();
  });
}

function sendAway(response: ServerResponse, kind: Kind): void {
  const { type, body } = tooMuch[kind];
  response.writeHead(503, { ...securityHeaders, 'retry-after': RETRY_SECONDS, 'content-type': type });
  response.end(body);
}
