// The only errors a client can see: a closed list of codes; everything else becomes an incident number.
import { randomUUID } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { isUnavailable } from '#libs/database';
import { originOf, withoutWords } from '#libs/log';

/** Codes of `extensions.code`, with the HTTP status of a request refused before any of it ran. */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  LIMIT_EXCEEDED: 400,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** An error that a resolver throws for the client to read: nothing of another person may stand in `message`. */
export const apiError = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** The same for a request that is turned away before any of it runs: the HTTP status says so too. */
export const turnedAway = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: errorCodes[code] } } });

/** What is said where the database does not answer: whether a command happened is not known, and its key settles it. */
const UNAVAILABLE =
  'The service cannot answer at the moment. Try again: a command that is sent again under the same key happens once.';
/** The same, of a request that was turned away before any of it ran. */
export const unavailable = (): GraphQLError =>
  new GraphQLError(UNAVAILABLE, {
    extensions: {
      code: 'UNAVAILABLE',
      http: { status: errorCodes.UNAVAILABLE, headers: new HeaderMap([['retry-after', RETRY_SECONDS]]) },
    },
  });
/** Seconds: a database that was restarted takes about as long. */
const RETRY_SECONDS = '2';

/** Codes of Apollo that mean the request was malformed. Its INTERNAL_SERVER_ERROR is not among them. */
const malformed = new Set([
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorCodes, code);

/** The code that a scalar of ours gave: Apollo renames it when the value stood in the document and not in a variable. */
const ownCode = (error: unknown): unknown => {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original instanceof GraphQLError ? original.extensions['code'] : undefined;
};

/** The formatError of Apollo: passes the closed list on without suggestions, masks and logs the rest. */
export function maskErrors(log: FastifyBaseLogger) {
  const trouble = seldom((error) => log.warn(placeless(error), 'the database does not answer'));
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const given = ownCode(error) ?? formatted.extensions?.['code'];
    const code = isCode(given) ? given : malformed.has(String(given)) ? 'BAD_USER_INPUT' : 'INTERNAL';
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    if (code === 'INTERNAL' && isUnavailable(originOf(error))) {
      trouble(error);
      return { message: UNAVAILABLE, ...place, extensions: { code: 'UNAVAILABLE' } };
    }
    if (code !== 'INTERNAL') {
      return { message: formatted.message.replace(/ Did you mean .*$/s, ''), ...place, extensions: { code } };
    }
    const incident = randomUUID();
    log.error({ incident, ...withoutWords(error) }, 'unexpected error');
    return { message: 'Something went wrong on our side.', ...place, extensions: { code, incident } };
  };
}

/** Where in our code the database was away is of no use to anybody: a kind and a code say which trouble it is. */
export const placeless = (error: unknown) => ({ ...withoutWords(error), where: undefined });

/** Milliseconds between two lines about the same trouble: hundreds of requests a second may meet it. */
const LINE_EVERY_MS = 5_000;

/** Says something now and then, and not for every request. */
export function seldom(say: (error: unknown) => void): (error: unknown) => void {
  let said = -Infinity;
  return (error) => {
    if (performance.now() - said < LINE_EVERY_MS) return;
    said = performance.now();
    say(error);
  };
}
