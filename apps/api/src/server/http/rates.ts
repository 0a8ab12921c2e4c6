// How often one person, and one address, may ask: far above what a person does, far below what hurts.
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { errorCodes } from '../graphql/errors.js';
import type { Limits } from '../limits/limits.js';

const SECONDS = 60;

/** Counts requests. Both throw TOO_MANY_REQUESTS, with the seconds to wait in `retry-after`. */
export interface Rates {
  /** A signed-in caller asked. */
  asked(person: string): Promise<void>;
  /** Runs the check of who asks; an address that failed it too often is turned away before it runs. */
  knocked<T>(address: string, check: () => Promise<T>): Promise<T>;
}

/**
 * Counted in the memory of this process, not in PostgreSQL: these limits protect the process and its connections, so
 * they must cost no round trip, and several processes may each allow as much. What must hold across processes,
 * sign-in and its codes, is counted in PostgreSQL by itself. People behind one address are counted apart: an office
 * is one address, and only failures count against it.
 */
export function rates({ requestsPerMinute, strangersPerMinute }: Limits): Rates {
  const people = new RateLimiterMemory({ points: requestsPerMinute, duration: SECONDS });
  const addresses = new RateLimiterMemory({ points: strangersPerMinute, duration: SECONDS });
  return {
    asked: async (person) => void (await people.consume(person).catch(tooMany)),
    knocked: async (address, check) => {
      const held = await addresses.get(address);
      if (held && held.remainingPoints <= 0) tooMany(held);
      try {
        return await check();
      } catch (error) {
        if (isRefusal(error)) await addresses.consume(address).catch(() => undefined);
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
