// The headers of every answer: nothing from elsewhere, nothing inline, no frame, no referrer, nothing kept by a cache.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What a page may do in a browser. Nothing is allowed that no page needs. */
const policy = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

/** Features of a browser that no page here uses. */
const features = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture', 'browsing-topics'];

/** Two years, the length that browsers' own lists ask for. */
const HSTS_SECONDS = 63_072_000;

export function setHeaders(server: FastifyInstance, secure: boolean): void {
  const asset = (url: string) => url.startsWith('/assets/');
  void server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: secure ? { ...policy, 'upgrade-insecure-requests': [] } : policy,
    },
    strictTransportSecurity: secure ? { maxAge: HSTS_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    xFrameOptions: { action: 'deny' },
    xXssProtection: true,
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', features.map((feature) => `${feature}=()`).join(', '));
    reply.header('x-robots-tag', 'noindex, nofollow');
    if (!asset(request.url)) reply.header('cache-control', 'no-store');
  });
}
