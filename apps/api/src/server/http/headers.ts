// The security headers of every answer: what Helmet would set and more, written in one go, since they never differ.

/**
 * Headers by name. The values are Helmet's, or stricter, for an API whose answers are data: nothing may be loaded,
 * framed, kept or sniffed. GraphiQL's page replaces the policy by its own, and its files may be kept for an hour.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  'cache-control': 'no-store',
};

/** In production browsers are told to come by https only: two years, as the preload list asks for. */
export const productionHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};
