// Apollo's settings: what it must do for us, and everything it does by habit and need not, switched off.
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { enforceAudiences } from '../../audience/enforce.js';
import type { Authenticator } from '../auth/authenticate.js';
import type { Verifier } from '../auth/tokens.js';
import { visitor, visitorsMay } from '../auth/visitors.js';
import type { Rates } from '../http/rates.js';
import { admission, type Asked } from '../limits/admit.js';
import type { Limits } from '../limits/limits.js';
import { readListSizes } from '../limits/list-size.js';
import type { TrustedDocuments } from '../limits/trusted-documents.js';
import type { ReadKeeping } from '../../ports/recorded-reads.js';
import { withoutWords } from '#libs/log';
import { Words } from './free-text.js';
import { nameScalars } from '../../queries/vocabulary/names.js';
import { maskErrors } from './errors.js';
import { jitGateway } from './jit.js';
import { LoneCommands } from './lone-commands.js';
import { RequestContext } from './request-context.js';
import { endOf, SESSION_ENDS } from './session-ends.js';
import { DateOnly, DateTime } from './scalars.js';
import { readSdl } from './schema-files.js';

export interface ApolloParts {
  readonly reads: ReadKeeping;
  readonly limits: Limits;
  readonly often: Rates;
  readonly trusted: TrustedDocuments;
  readonly log: FastifyBaseLogger;
  readonly authenticate: Authenticator;
  readonly verify: Verifier;
  readonly addressOf: (request: FastifyRequest) => string;
}

/** The GraphQLModule's options. The context function is the one gate: who asks first, then what they ask. */
export function apolloConfig({
  reads,
  limits,
  often,
  trusted,
  log,
  authenticate,
  addressOf,
}: ApolloParts): ApolloDriverConfig {
  let built: GraphQLSchema | undefined;
  const schema = (): GraphQLSchema => {
    if (!built) throw new Error('The schema is not built yet.');
    return built;
  };
  const admit = admission(limits, trusted, schema);
  const isForVisitors = visitorsMay(trusted);
  const alone = new LoneCommands();

  const config = {
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs: readSdl(),
    resolvers: { DateTime, Date: DateOnly, Words, ...nameScalars },
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' as const },
    transformSchema: (made: GraphQLSchema) => {
      readListSizes(made);
      return (built = enforceAudiences(made));
    },
    gateway: jitGateway(schema, { reads, alone, again: authenticate.again }),
    context: async (request: FastifyRequest, reply: FastifyReply) => {
      const { body } = request;
      const { authorization } = request.headers;
      const visits = authorization === undefined && isForVisitors(body);
      const address = addressOf(request);
      const caller = visits
        ? visitor
        : await often.knocked(authorization, address, () =>
            authenticate(authorization, alone.has((body as Asked | null)?.query)),
          );
      if (caller.session) reply.header(SESSION_ENDS, endOf(caller.session, new Date()));
      if (caller.actor) await often.asked(caller.actor.id);
      if (body !== null && typeof body === 'object' && !Array.isArray(body)) admit(body as Asked, caller.scopes);
      return new RequestContext(caller, request, address);
    },
    formatError: maskErrors(log),
    autoTransformHttpErrors: false,
    // Resolvers' errors carry no status (graphql/errors.ts), so there is none to set back to 200 on every request.
    preserveHttpStatusForExecutionErrors: false,
    // Never 'development', however it is started: no stack traces and no landing page.
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    // Documents of one's own, and so introspection, need the explore scope (limits/admit.ts).
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false as const,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: limits.errors },
    fieldResolverEnhancers: [],
    stopOnTerminationSignals: false,
    // Each of these would run on every request; InlineTrace and CacheControl even on every field.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      unexpected(log),
    ],
    logger: quiet(log),
  };
  // Nest's type leaves `gateway` out, but passes it on.
  return config as ApolloDriverConfig;
}

/** Logs what broke Apollo's own pipeline, without the words of the error. */
const unexpected = (log: FastifyBaseLogger): ApolloServerPlugin => ({
  unexpectedErrorProcessingRequest: async ({ error }) => log.error(withoutWords(error), 'graphql pipeline failed'),
});

/** Apollo's logger: its messages can quote an error of ours, so only what stands before the first colon is kept. */
function quiet(log: FastifyBaseLogger) {
  const first = (message: unknown) => String(message).split(':')[0] ?? '';
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message: unknown) => log.warn(`apollo: ${first(message)}`),
    error: (message: unknown) => log.error(`apollo: ${first(message)}`),
  };
}
