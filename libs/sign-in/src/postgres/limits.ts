// Counts tries of sign-in in PostgreSQL, across processes: by invitation, by address and by network, none of which can be told from a row.
import { isIPv4, isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Counted, Numbers } from '../numbers.js';
import type { Keys } from '../secrets.js';
import type { Prepared } from './sessions.js';

/** What one try is counted under: a value for each account. */
export type Accounts = Partial<Record<Counted, string>>;

/** Counts a try; true when it is within every limit. Every account is counted whatever the others say: the same statements each time. */
export type Counts = (accounts: Accounts) => Promise<boolean>;

/** Opens the counters. `pool` may write `sign_in_limit`, and nothing else is asked of it. */
export function counters(pool: Prepared, keys: Keys, limits: Numbers['limits']): Counts {
  const of = new Map(
    (Object.keys(limits) as Counted[]).map((name) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'sign_in_limit',
        tableCreated: true,
        keyPrefix: name,
        points: limits[name].tries,
        duration: limits[name].minutes * 60,
      }),
    ]),
  );
  return async (accounts) => {
    let within = true;
    for (const [name, value] of Object.entries(accounts) as [Counted, string][]) {
      const key = keys.hashes(`limit ${name}`, value)[0].toString('base64url');
      const answer = await of
        .get(name)
        ?.consume(key)
        .catch((reason: unknown) => reason);
      if (!(answer instanceof RateLimiterRes)) throw answer;
      within &&= answer.consumedPoints <= limits[name].tries;
    }
    return within;
  };
}

/** The network of an address: the /24 of IPv4, the /64 of IPv6, which one customer of an operator holds. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];
  if (v4 !== undefined && isIPv4(`${v4}.0`)) return `${v4}.0/24`;
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const four = [...before, ...middle, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${four.join(':')}::/64`;
}
