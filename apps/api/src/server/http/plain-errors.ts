// Errors before and beside GraphQL: a status and its standard words, never the address that was asked for.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import { withoutWords } from '#libs/log';

/** The body of an error answer. */
export const plainError = (status: number) => ({ error: STATUS_CODES[status] ?? 'Error' });

/** What Nest's routes throw, a missing route among it. Errors of GraphQL resolvers go on to graphql/errors.ts. */
@Catch()
export class PlainErrors implements ExceptionFilter {
  constructor(private readonly log: FastifyBaseLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') return;
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status >= 500) this.log.error(withoutWords(error), 'unexpected error');
    void host.switchToHttp().getResponse<FastifyReply>().code(status).send(plainError(status));
  }
}

/** Fastify's own errors carry a status; anything else is ours. */
const statusOf = (error: unknown): number => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

const byCode: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers what Node could not read as HTTP, or gave up waiting for. Nothing of it is logged: it may be anything. */
export function answerUnreadable(headers: Readonly<Record<string, string>>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code !== 'ECONNRESET' && socket.writable) {
      const status = byCode[error.code ?? ''] ?? 400;
      const body = JSON.stringify(plainError(status));
      const about = ['content-type: application/json', `content-length: ${body.length}`, 'connection: close'];
      socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, ...about, '', body].join('\r\n'));
    }
    socket.destroy();
  };
}
