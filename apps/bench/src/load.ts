// A load over HTTP in a process of its own: so many clients, each on one kept connection, each sending when it has its answer.
import { asChild } from './child.js';
import { client, type Requests } from './client.js';
import { sampleOf, type Sample } from './samples.js';

export interface LoadOrders extends Requests {
  readonly clients: number;
  /** At most; fewer when `answers` are there before. */
  readonly seconds: number;
  readonly answers?: number;
}

asChild<LoadOrders, Sample>(async (orders) => {
  const times: number[] = [];
  const from = performance.now();
  const until = from + orders.seconds * 1000;
  const enough = (): boolean => performance.now() >= until || times.length >= (orders.answers ?? Infinity);
  await Promise.all(
    Array.from({ length: orders.clients }, (_, n) => {
      const own = orders.cases.filter((_id, at) => at % orders.clients === n);
      return client({ ...orders, cases: own }, enough, (ms) => times.push(ms));
    }),
  );
  return sampleOf(times, (performance.now() - from) / 1000);
});
