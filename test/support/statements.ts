// Counts the statements a pool sends: the house's own, not what says whose eyes they have, begins or ends their transaction.
import type { Pools } from '#libs/store';

type Pool = Pools['plain'];
const AROUND = new Set(['begin', 'commit', 'rollback', 'scope']);
const nameOf = (given: unknown): string =>
  typeof given === 'string' ? given : ((given as { name?: string }).name ?? (given as { text: string }).text);

/** From now on; gives how many were sent since the last time it was asked. */
export function statementsOf(...pools: Pool[]): () => number {
  let sent = 0;
  const heard = new WeakSet<object>();
  for (const pool of pools)
    pool.on('acquire', (client) => {
      if (heard.has(client)) return;
      heard.add(client);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      client.query = ((...given: unknown[]) => {
        if (!AROUND.has(nameOf(given[0]))) sent += 1;
        return query(...given);
      }) as typeof client.query;
    });
  return () => {
    const before = sent;
    sent = 0;
    return before;
  };
}
