// Counts in the memory of this process how often one thing was brought: it protects the database, so it must not ask it.
import { LRUCache } from 'lru-cache';
import type { Limit } from './numbers.js';

/** Counts one more; gives how many there were in the running minutes, this one among them. */
export type Count = (what: Buffer) => number;

// Only what was made with our key, or signed by the issuer, is counted: there are no more of them than people and invitations.
const REMEMBERED = 100_000;

/** Opens a counter that begins anew after so many minutes. */
export function counter(minutes: number): Count {
  const counts = new LRUCache<string, number>({ max: REMEMBERED, ttl: minutes * 60_000, noUpdateTTL: true });
  return (what) => {
    const key = what.toString('base64');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

/** Opens a limit: true as long as there were no more than so many. */
export function limited({ tries, minutes }: Limit): (what: Buffer) => boolean {
  const count = counter(minutes);
  return (what) => count(what) <= tries;
}
