// The HTTP server under Nest: its log, its limits, its headers, its forms, and the page context on every reply.
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { withoutWords, wordless } from '#libs/log';
import type { WebOptions } from '../options.js';
import { BODY_BYTES, readForms } from './forms.js';
import { setHeaders } from './headers.js';
import { PageContext, type PageContextParts } from './page-context.js';
import { serveAssets, showViews } from './views.js';

/** Milliseconds: no form takes longer to arrive, and a client that sends a byte a minute is not waited for. */
const REQUEST_MS = 30_000;

/** Builds the adapter. A log line has method, route and status: no address, no body, no cookie. */
export function webAdapter(options: WebOptions, parts: PageContextParts): FastifyAdapter {
  const { level, to } = options.log ?? { level: 'info' };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    trustProxy: options.trustProxy ?? false,
    requestIdHeader: false,
    requestTimeout: REQUEST_MS,
    skipMiddie: true,
    // An address that cannot be read is a page that is not there.
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      void reply.code(303).header('location', '/not-here').send(),
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level,
      base: null,
      ...(to && { stream: to }),
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url }),
        err: (error: Error) => ({ ...withoutWords(error), type: error.name, message: '', stack: '' }),
      },
      hooks: {
        logMethod(parts: unknown[], write: (...parts: never[]) => void) {
          write.apply(this as never, wordless(parts) as never[]);
        },
      },
    },
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  server.removeAllContentTypeParsers();
  setHeaders(server, parts.secure);
  readForms(server, parts.secure, [options.key, ...(options.acceptedKeys ?? [])]);
  showViews(server);
  serveAssets(server, parts.look);
  server.decorateReply('page', {
    getter(this: FastifyReply & { pageContext?: PageContext }) {
      return (this.pageContext ??= new PageContext(this.request, this, parts));
    },
  });
  server.decorateReply('pageContext', undefined);
  server.addHook('onResponse', (request, reply, done) => {
    const line = { id: request.id, method: request.method, route: request.routeOptions.url ?? null };
    request.log.info({ ...line, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered');
    done();
  });
  return adapter;
}
