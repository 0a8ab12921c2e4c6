// Counts how often people begin, send and come back, across processes: by address, by network and in all, none of which can be told from a row.
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Keys } from '../codes.js';
import type { Counted, Limits } from '../numbers.js';

/** Counts one under a value for each account; true when it is within every limit. */
export type Counts = (accounts: Partial<Record<Counted, string>>) => Promise<boolean>;

/** Opens the counters. `pool` may write `self_referral_limit`, and nothing else is asked of it. */
export function counters(pool: pg.Pool, keys: Keys, limits: Limits): Counts {
  const of = new Map(
    Object.entries(limits).map(([name, { tries, minutes }]) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'self_referral_limit',
        tableCreated: true,
        keyPrefix: name,
        points: tries,
        duration: minutes * 60,
      }),
    ]),
  );
  return async (accounts) => {
    let within = true;
    for (const [name, value] of Object.entries(accounts)) {
      const key = keys.hashes(`limit ${name}`, value)[0].toString('base64url');
      const answer = await of
        .get(name)
        ?.consume(key)
        .catch((reason: unknown) => reason);
      if (!(answer instanceof RateLimiterRes)) throw answer;
      within &&= answer.consumedPoints <= limits[name as Counted].tries;
    }
    return within;
  };
}
