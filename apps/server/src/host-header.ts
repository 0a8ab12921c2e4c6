// Which names a request may come to: a page elsewhere whose name was made to lead here (DNS rebinding) comes with its own.
import type { IncomingMessage } from 'node:http';

/** Names that lead to this machine by themselves, on every machine. */
const own: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The name in a Host header, in lower case and without its port; null for what is no name. */
export function nameIn(host: string): string | null {
  const found = /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::\d{1,5})?$/i.exec(host);
  return found?.[1]?.toLowerCase() ?? null;
}

/** The Host headers of a request, as often as it was sent. */
const hostsOf = ({ rawHeaders }: IncomingMessage): string[] =>
  rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');

/**
 * Says why a request is not for us: 400 where it names two hosts or none, 421 (RFC 9110, 15.5.20) for a name that is not ours;
 * null where it is. The address it really came to is ours, as a name that was made to lead here is not.
 * @param names further names, in lower case
 */
export function misdirected(request: IncomingMessage, names: readonly string[]): 400 | 421 | null {
  const [host, ...others] = hostsOf(request);
  if (host === undefined || others.length > 0) return 400;
  const name = nameIn(host);
  if (name === null) return 400;
  return own.includes(name) || names.includes(name) || isAddressOf(request, name) ? null : 421;
}

/** Health is asked for by machines that send what name they like, or none; two names nobody sends honestly. */
export const namesTwoHosts = (request: IncomingMessage): boolean => hostsOf(request).length > 1;

function isAddressOf({ socket }: IncomingMessage, name: string): boolean {
  const address = socket.localAddress?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
  return address !== '' && name === (address.includes(':') ? `[${address.toLowerCase()}]` : address);
}
