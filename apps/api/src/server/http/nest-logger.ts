// Nest's own messages as lines of the one structured log.
import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { withoutWords } from '#libs/log';

/** Nest tells every route and module it maps; that is debugging. Of an error only its kind and place are kept. */
export function nestLogger(log: FastifyBaseLogger): LoggerService {
  return {
    log: (message: unknown) => log.debug(`nest: ${String(message)}`),
    debug: (message: unknown) => log.debug(`nest: ${String(message)}`),
    verbose: () => undefined,
    warn: (message: unknown) => log.warn(`nest: ${String(message)}`),
    error: (error: unknown) => log.error(withoutWords(error), 'nest: error'),
    fatal: (error: unknown) => log.fatal(withoutWords(error), 'nest: fatal'),
  };
}
