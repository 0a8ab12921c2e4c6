// How an HTTP server stops without losing a request that it accepted.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server on its way out. */
export interface Closing {
  /** Takes note of an answer that is owed. */
  took(request: IncomingMessage, response: ServerResponse): void;
  /** True from the moment at which the server was asked to stop. */
  isLeaving(): boolean;
  /** Takes requests for `drainSeconds` more; resolves when every answer has gone out and the port is closed, or at the bound. */
  finish(drainSeconds: number): Promise<void>;
}

/** Milliseconds between looks for connections that have become idle. */
const LOOK_MS = 50;
/** Milliseconds in which a request that is half sent may come whole: what has not come is nothing that was accepted. */
const HALF_SENT_MS = 3_000;

/** Watches the connections of `server` from the start. `stopSeconds` bound the wait for answers after the port is closed. */
export function closing(server: Server, stopSeconds: number): Closing {
  const owed = new Map<ServerResponse, IncomingMessage>();
  const sockets = new Set<Socket>();
  let finished: Promise<void> | undefined;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const finish = async (drainSeconds: number) => {
    // A kept connection would bring the next request here: each ends with its answer.
    for (const response of owed.keys()) endWith(response);
    await pause(drainSeconds * 1000);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Browsers open connections ahead of need; one that has sent nothing asks nothing.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const halfSent = setTimeout(
      () => {
        const whole = new Set([...owed.values()].flatMap((request) => (request.complete ? [request.socket] : [])));
        for (const socket of sockets) if (!whole.has(socket)) socket.destroy();
      },
      Math.min(HALF_SENT_MS, stopSeconds * 1000),
    );
    const late = setTimeout(() => server.closeAllConnections(), stopSeconds * 1000);
    await closed;
    clearInterval(idle);
    clearTimeout(halfSent);
    clearTimeout(late);
  };

  return {
    took: (request, response) => {
      owed.set(response, request);
      response.once('close', () => owed.delete(response));
      if (finished) endWith(response);
    },
    isLeaving: () => finished !== undefined,
    finish: (drainSeconds) => (finished ??= finish(drainSeconds)),
  };
}

function endWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
