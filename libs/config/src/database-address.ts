// What the address of a PostgreSQL says of how it is reached.

/** Whether a text is one: what stands in it once means one thing, to us and to the driver, which takes the last of two. */
export function isDatabaseAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && !saysTwice(text);
}

/** Whether a parameter is given more than once: the driver takes the last, a reader the first. */
function saysTwice(url: string): boolean {
  const names = [...new URL(url).searchParams.keys()];
  return new Set(names).size < names.length;
}

/** True for another machine: this one's loopback and its sockets need no TLS. `otherwise` is where an address without a host leads. */
export function isRemote(url: string, otherwise = ''): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') || decodeURIComponent(hostname) || otherwise;
  return host !== '' && !host.startsWith('/') && isElsewhere(host);
}

/** Whether a host is another machine than this one. */
export const isElsewhere = (host: string): boolean => !/^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

/** Whether the driver checks who answers. `require` is left out: drivers do not agree whether it does. */
export const isVerified = (url: string): boolean =>
  ['verify-full', 'verify-ca'].includes(new URL(url).searchParams.get('sslmode') ?? '');
