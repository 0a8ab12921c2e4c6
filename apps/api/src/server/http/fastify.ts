// The HTTP server under Nest: its log, its limits, its headers, and the errors it answers before GraphQL is reached.
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { ErrorCode } from '../graphql/errors.js';
import type { Limits } from '../limits/limits.js';
import { withoutWords, wordless } from '#libs/log';
import type { ApiOptions, LogOptions } from '../../options.js';
import { productionHeaders, securityHeaders } from './headers.js';
import { answerUnreadable, plainError } from './plain-errors.js';

export interface ServerOptions extends Pick<ApiOptions, 'production' | 'trustProxy'> {
  readonly log: LogOptions;
}

/** Builds the adapter. Nothing is logged but one line a response and what went wrong, without URLs and bodies. */
export function fastifyAdapter(limits: Limits, { log, production, trustProxy }: ServerOptions): FastifyAdapter {
  const headers = production ? productionHeaders : securityHeaders;
  const adapter = new FastifyAdapter({
    bodyLimit: limits.bodyBytes,
    // Only proxies that the settings name are believed about where a request came from.
    trustProxy: trustProxy ?? false,
    requestIdHeader: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // A client that sends a byte a minute is not waited for.
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.headersMs / 2 },
    clientErrorHandler: answerUnreadable(headers),
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      void reply.headers(headers).code(status).send(plainError(status));
    },
    logController: new LogController({ disableRequestLogging: true }),
    // Nest middleware is not used; without middie a request passes one hook less.
    skipMiddie: true,
    logger: {
      level: log.level,
      base: null,
      ...(log.to && { stream: log.to }),
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url }),
        err: (error: Error) => ({ ...withoutWords(error), type: error.name, message: '', stack: '' }),
        error: withoutWords,
      },
      hooks: {
        logMethod(parts: unknown[], write: (...parts: never[]) => void) {
          write.apply(this as never, wordless(parts) as never[]);
        },
      },
    },
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  server.addHook('onRoute', (route) => {
    if (route.url !== '/graphql') return;
    route.errorHandler = answerInGraphql;
    route.onRequest = postOnly;
  });
  server.addHook('onResponse', (request, reply, done) => {
    const line = { id: request.id, method: request.method, route: request.routeOptions.url ?? null };
    request.log.info({ ...line, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered');
    done();
  });
  return adapter;
}

/** Queries go by POST too: an address ends up in logs and histories, and variables would stand in it. */
function postOnly(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.method === 'POST') return done();
  reply.header('allow', 'POST');
  void reply.code(405).send(graphqlError('BAD_USER_INPUT', 'GraphQL is answered to POST only.'));
}

/** A body that Fastify would not read, said the way every other error here is. */
function answerInGraphql(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error(withoutWords(error), 'unexpected error');
  const [code, message] = bodyErrors[status] ?? (status < 500 ? malformed : broken);
  void reply.code(status).send(graphqlError(code, message));
}
const malformed = ['BAD_USER_INPUT', 'The body is not a JSON object.'] as const;
const broken = ['INTERNAL', 'Something went wrong on our side.'] as const;
const bodyErrors: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  413: ['LIMIT_EXCEEDED', 'The body is larger than is accepted.'],
  415: ['BAD_USER_INPUT', 'The body must be application/json.'],
};
const graphqlError = (code: ErrorCode, message: string) => ({ errors: [{ message, extensions: { code } }] });
