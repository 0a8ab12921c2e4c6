// Ends a pool in a bounded time: pg waits for every connection that is in use, and one may wait for a lock.
import type pg from 'pg';

/** Seconds that statements under way may take once their pool is to end: the requests they belong to have been answered by then. */
const SECONDS = 2;

/** Resolves when every connection is closed. What is still under way after `SECONDS` is cut off, and its transaction undone. */
export async function endWithin(pool: pg.Pool, seconds = SECONDS): Promise<void> {
  const cutting = setTimeout(() => {
    for (const client of inUse(pool)) client.connection.stream.destroy();
  }, seconds * 1000);
  await pool.end();
  clearTimeout(cutting);
}

/** What the driver's types keep to themselves; package.json names one exact version. */
interface Cuttable {
  readonly connection: { readonly stream: { destroy(): void } };
}
const inUse = (pool: pg.Pool) => (pool as unknown as { readonly _clients: readonly Cuttable[] })._clients;
