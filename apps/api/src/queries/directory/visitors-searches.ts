// What a visitor may ask of the directory: so many searches of an address, and words of a length that people type.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { apiError } from '../../server/graphql/errors.js';

/** Of one address in a minute: a library or a hostel is one address, and a person searches a few times. */
const SEARCHES_A_MINUTE = 240;
/** Characters: a sentence. PostgreSQL reads words the slower the more they are. */
const LONGEST_SEARCH = 200;

/** Counts searches; throws TOO_MANY_REQUESTS past the limit. In the memory of this process, like every limit that protects it. */
export function visitorsSearches(points = SEARCHES_A_MINUTE): (address: string) => Promise<void> {
  const counted = new RateLimiterMemory({ points, duration: 60 });
  return async (address) => {
    await counted.consume(address).catch((reason: unknown) => {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw apiError('TOO_MANY_REQUESTS', 'Too many searches: wait a minute.');
    });
  };
}

/** The words as they are searched for. BAD_USER_INPUT when they are longer than anybody types. */
export function searchable(words: string): string {
  if (words.length > LONGEST_SEARCH || words.includes('\0'))
    throw apiError('BAD_USER_INPUT', `A search has at most ${LONGEST_SEARCH} characters.`);
  return words;
}
