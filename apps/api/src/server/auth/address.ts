// Where a request comes from: its socket, or what our own pages say of the visitor they ask for.
import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** The part of a request that says where it came from. */
interface Came {
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Reads addresses. Who sends the pages' secret in `concord-web` is believed about the visitor they ask for, named in
 * `concord-visitor`: a header of our own, since a load balancer between pages and API adds to `x-forwarded-for`, and all
 * visitors would be counted as one. Any other client has the address of its socket, or the one that a trusted proxy names.
 */
export function addresses(webSecret: string | readonly string[] | undefined): (request: Came) => string {
  const known = [webSecret ?? []].flat().map(digest);
  return ({ ip, headers }) => {
    const said = headers['concord-web'];
    if (typeof said !== 'string') return ip;
    const sent = digest(said);
    if (!known.some((one) => timingSafeEqual(sent, one))) return ip;
    const visitor = headers['concord-visitor'];
    return typeof visitor === 'string' && isIP(visitor) !== 0 ? visitor : ip;
  };
}

// Of one length whatever was sent, so that comparing takes the same time.
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
