// Counts the statements a pool sends: those of the program, not what sets their scope, begins or ends their transaction.
import type { Pools } from '#libs/database';

type Pool = Pools['plain'];
const AROUND = new Set(['begin', 'commit', 'rollback', 'scope']);
/** The statements of one call of `query`, by name or else by text; several may leave together. */
function sentBy(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given];
  const { sent, name, text } = given as { sent?: readonly string[]; name?: string; text: string };
  return sent ?? [name ?? text];
}

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
        sent += sentBy(given[0]).filter((one) => !AROUND.has(one)).length;
        return query(...given);
      }) as typeof client.query;
    });
  return () => {
    const before = sent;
    sent = 0;
    return before;
  };
}
