// Whatever goes wrong becomes one of six pages, in the reader's language, without a word of the error.
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { withoutWords } from '#libs/log';
import { ApiError, type ApiErrorCode } from '../../api/api-error.js';
import type { ProblemStatus } from './http-problem.js';
import { noArea, SentElsewhere } from '../area.js';
import type { PageReply } from '../page-context.js';
import { defineView } from '../view.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, noArea, { en, cy });

/** The sentences of each status, by how their names begin. */
const kinds = {
  400: 'invalid',
  403: 'forbidden',
  404: 'notFound',
  429: 'tooMany',
  500: 'broken',
  503: 'away',
} as const satisfies Record<ProblemStatus, string>;

/** What the API's refusals look like. FORBIDDEN is NOT_FOUND to a reader: hidden and absent are the same page. */
const statusOfApiError: Readonly<Record<Exclude<ApiErrorCode, 'UNAUTHENTICATED'>, ProblemStatus>> = {
  FORBIDDEN: 404,
  NOT_FOUND: 404,
  INVALID: 500,
  TOO_MANY: 429,
  AWAY: 503,
  BROKEN: 500,
};

@Catch()
export class ErrorPages implements ExceptionFilter {
  constructor(private readonly log: FastifyBaseLogger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<PageReply>();
    if (reply.sent) return;
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') {
      // The session ended: by time, by signing out elsewhere, because access was taken away. It is said the same way.
      reply.page.cookies.dropSession();
      void reply.page.go('/signed-out');
      return;
    }
    if (error instanceof SentElsewhere) {
      void reply.page.go(error.path);
      return;
    }
    const status = error instanceof ApiError ? statusOfApiError[error.code as 'BROKEN'] : statusOf(error);
    if (status === 500) this.log.error(withoutWords(error), 'unexpected error');
    try {
      // The same bytes whatever the reason behind the status.
      await reply.page.show(view, { kind: kinds[status], back: '/' }, status);
    } catch (broken) {
      this.log.error(withoutWords(broken), 'no error page');
      void reply.code(500).type('text/plain').send('500');
    }
  }
}

/** Errors of Nest, Fastify and its plugins carry a status; those we have no page for become the nearest. */
function statusOf(error: unknown): ProblemStatus {
  const given = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  if (given === 403 || given === 404 || given === 429 || given === 503) return given;
  return typeof given === 'number' && given >= 400 && given < 500 ? 400 : 500;
}
