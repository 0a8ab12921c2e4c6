// How much of each answer a server spent waiting for PostgreSQL: from the moment a statement leaves until its answer is there.
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';

/** What the driver's connection does for every round trip, which its types keep to themselves. */
interface Wire {
  sync(text?: string): void;
  query(text?: string): void;
  once(event: 'readyForQuery', then: () => void): void;
}

/**
 * Begins to watch, in the process of a server and before it opens connections. Gives a function that hands out the
 * milliseconds of each request answered since it was last asked. True only while requests come one after the other:
 * overlapping ones share what they wait for.
 */
export function watchDatabase(): () => number[] {
  let waiting = 0;
  let since = 0;
  let spent = 0;
  const left = (wire: Wire): void => {
    if (waiting === 0) since = performance.now();
    waiting += 1;
    wire.once('readyForQuery', () => {
      waiting -= 1;
      if (waiting === 0) spent += performance.now() - since;
    });
  };
  const wire = (pg as unknown as { Connection: { prototype: Wire } }).Connection.prototype;
  for (const name of ['sync', 'query'] as const) {
    const send = wire[name];
    wire[name] = function (this: Wire, text?: string) {
      left(this);
      send.call(this, text);
    };
  }

  const before = new WeakMap<object, number>();
  let answered: number[] = [];
  subscribe('http.server.request.start', (message) => {
    before.set((message as { request: object }).request, spent);
  });
  subscribe('http.server.response.finish', (message) => {
    const at = before.get((message as { request: object }).request);
    if (at !== undefined) answered.push(spent - at);
  });
  return () => {
    const all = answered;
    answered = [];
    return all;
  };
}
