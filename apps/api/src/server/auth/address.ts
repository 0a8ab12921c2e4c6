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
 * Reads addresses. `x-forwarded-for` is believed from whoever sends the pages' secret in `concord-web`, and then the last
 * one, which the pages wrote themselves; anybody else is where their socket is (or where a trusted proxy says).
 */
export function addresses(webSecret: string | readonly string[] | undefined): (request: Came) => string {
  const known = [webSecret ?? []].flat().map(digest);
  return ({ ip, headers }) => {
    const said = headers['concord-web'];
    if (typeof said !== 'string') return ip;
    const sent = digest(said);
    if (!known.some((one) => timingSafeEqual(sent, one))) return ip;
    const forwarded = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim();
    return forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : ip;
  };
}

// Of one length whatever was sent, so that comparing takes the same time.
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
