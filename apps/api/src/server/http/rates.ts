// How often one person, and one address, may ask: far above what a person does, far below what hurts.
import { hash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { errorCodes } from '../graphql/errors.js';
import type { Limits } from '../limits/limits.js';

const SECONDS = 60;

/** Counts requests. Both throw TOO_MANY_REQUESTS, with the seconds to wait in `retry-after`. */
export interface Rates {
  /** A signed-in caller asked. */
  asked(person: string): Promise<void>;
  /**
   * Runs the check of who asks with this header. One that was refused too often is turned away before it runs; an address from
   * which too many were refused is told to wait, and whoever comes from it with a good token is let in all the same.
   */
  knocked<T>(authorization: string | undefined, address: string, check: () => Promise<T>): Promise<T>;
}

// Refusals of so many different tokens; whoever invents more gets each checked anew, which costs no statement.
const REMEMBERED = 10_000;

/**
 * Counted in the memory of this process, not in PostgreSQL: these limits protect the process and its connections, so
 * they must cost no round trip, and several processes may each allow as much. What must hold across processes, wrong one-time
 * codes, is written down by libs/sign-in. People behind one address are counted apart: an office is one address, and
 * nobody's failures count against what somebody else brings.
 */
export function rates({ requestsPerMinute, strangersPerMinute }: Limits): Rates {
  const people = new RateLimiterMemory({ points: requestsPerMinute, duration: SECONDS });
  const addresses = new RateLimiterMemory({ points: strangersPerMinute, duration: SECONDS });
  const refused = new LRUCache<string, number>({ max: REMEMBERED, ttl: SECONDS * 1000, noUpdateTTL: true });
  return {
    asked: async (person) => void (await people.consume(person).catch(tooMany)),
    knocked: async (authorization, address, check) => {
      const key = authorization === undefined ? null : hash('sha256', authorization, 'base64');
      const before = key === null ? 0 : (refused.get(key) ?? 0);
      if (before >= strangersPerMinute) tooMany(new RateLimiterRes(0, SECONDS * 1000));
      try {
        return await check();
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (key !== null) refused.set(key, before + 1);
        await addresses.consume(address).catch(tooMany);
        throw error;
      }
    },
  };
}

const isRefusal = (error: unknown) => error instanceof GraphQLError && error.extensions['code'] === 'UNAUTHENTICATED';

function tooMany(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const wait = String(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
  throw new GraphQLError('Too many requests: wait a little.', {
    extensions: {
      code: 'TOO_MANY_REQUESTS',
      http: { status: errorCodes.TOO_MANY_REQUESTS, headers: new HeaderMap([['retry-after', wait]]) },
    },
  });
}
