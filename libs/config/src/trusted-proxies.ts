// Whose word is taken about where a request came from: addresses and networks of proxies, or nobody's.
import { isIP } from 'node:net';

/** How TRUST_PROXY says that no proxy stands in front. */
export const NO_PROXY = 'none';
/** The names of networks that Fastify knows. */
const named = /^(loopback|linklocal|uniquelocal)$/i;

/** The parts of TRUST_PROXY, without what stands between them. */
const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** An address or a network, as its family and the bits that are fixed; null for any other text. */
function networkIn(part: string): { address: string; family: 4 | 6; bits: number } | null {
  const [address = '', written, ...more] = part.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const bits = written === undefined ? longest : /^\d{1,3}$/.test(written) ? Number(written) : Infinity;
  return family !== 0 && bits <= longest && more.length === 0 ? { address, family: family as 4 | 6, bits } : null;
}

/** Whether Fastify can read this text: addresses, networks, or the three names it knows, with commas between; or `none`. */
export const namesProxies = (text: string): boolean =>
  text === NO_PROXY || partsOf(text).every((part) => named.test(part) || networkIn(part) !== null);

// The widest private networks are 10.0.0.0/8 and fc00::/7; what providers publish of their own is narrower than these.
const WIDEST_V4 = 8;
const WIDEST_V6 = 16;
const V4_IN_V6 = 96;
const isPrivateV6 = (address: string) => /^f[cde]/i.test(address);

/** Whether a network is so wide that strangers are in it: the whole of the internet, a half of it, or any part no service owns. */
export function holdsStrangers(text: string): boolean {
  return partsOf(text).some((part) => {
    const network = networkIn(part);
    if (!network) return false;
    const { address, family, bits } = network;
    if (family === 4) return bits < WIDEST_V4;
    if (/^(::|0:[0:]*)ffff:/i.test(address)) return bits < V4_IN_V6 + WIDEST_V4;
    return bits < (isPrivateV6(address) ? 7 : WIDEST_V6);
  });
}
