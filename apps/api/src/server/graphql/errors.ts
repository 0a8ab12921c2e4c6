// The only errors a client can see: a closed list of codes; everything else becomes an incident number.
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { withoutWords } from '#libs/log';

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
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** An error that a resolver throws for the client to read: nothing of another person may stand in `message`. */
export const apiError = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** The same for a request that is turned away before any of it runs: the HTTP status says so too. */
export const turnedAway = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: errorCodes[code] } } });

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
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const given = ownCode(error) ?? formatted.extensions?.['code'];
    const code = isCode(given) ? given : malformed.has(String(given)) ? 'BAD_USER_INPUT' : 'INTERNAL';
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    if (code !== 'INTERNAL') {
      return { message: formatted.message.replace(/ Did you mean .*$/s, ''), ...place, extensions: { code } };
    }
    const incident = randomUUID();
    log.error({ incident, ...withoutWords(error) }, 'unexpected error');
    return { message: 'Something went wrong on our side.', ...place, extensions: { code, incident } };
  };
}
