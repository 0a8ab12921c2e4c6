// Whatever goes wrong becomes one of six pages, in the reader's language, without a word of the error.
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { withoutWords } from '#libs/log';
import { ApiTrouble, type TroubleCode } from '../api/api-error.js';
import type { TurnedStatus } from './http-problem.js';
import type { Visited } from './page-context.js';

/** What the API's refusals look like. FORBIDDEN is NOT_FOUND to a reader: hidden and absent are the same page. */
const statusOfTrouble: Readonly<Record<Exclude<TroubleCode, 'UNAUTHENTICATED'>, TurnedStatus>> = {
  FORBIDDEN: 404,
  NOT_FOUND: 404,
  TOO_MANY: 429,
  AWAY: 503,
  BROKEN: 500,
};

@Catch()
export class ErrorPages implements ExceptionFilter {
  constructor(private readonly log: FastifyBaseLogger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<Visited>();
    if (reply.sent) return;
    if (error instanceof ApiTrouble && error.code === 'UNAUTHENTICATED') {
      // The session ended: by time, by signing out elsewhere, because access was taken away. It is said the same way.
      reply.visit.cookies.dropSession();
      void reply.visit.go('/signed-out');
      return;
    }
    const status = error instanceof ApiTrouble ? statusOfTrouble[error.code as 'BROKEN'] : statusOf(error);
    if (status === 500) this.log.error(withoutWords(error), 'unexpected error');
    try {
      await reply.visit.showTurned(status);
    } catch (broken) {
      this.log.error(withoutWords(broken), 'no error page');
      void reply.code(500).type('text/plain').send('500');
    }
  }
}

/** Errors of Nest, Fastify and its plugins carry a status; those we have no page for become the nearest. */
function statusOf(error: unknown): TurnedStatus {
  const given = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  if (given === 403 || given === 404 || given === 429 || given === 503) return given;
  return typeof given === 'number' && given >= 400 && given < 500 ? 400 : 500;
}
