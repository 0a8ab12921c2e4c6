// Runs documents as compiled functions (graphql-jit) through Apollo's gateway hook, the only place where 5.x takes an executor.
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { sameActor } from '#libs/permissions';
import type { ReadKeeping } from '../../ports/recorded-reads.js';
import { recordAnswer } from '../../queries/access-log/recording-answer.js';
import { recordingInto, RequestReads } from '../../queries/access-log/recording.js';
import { askedFor } from '../../queries/access-log/root-fields.js';
import type { Caller } from '../auth/authenticate.js';
import { isCompilable } from './compilable.js';
import type { LoneCommands } from './lone-commands.js';
import { RequestContext } from './request-context.js';

/** What executing needs of the outside. */
export interface GatewayParts {
  readonly reads: ReadKeeping;
  readonly alone: LoneCommands;
  /** Looks up a remembered caller as they are now; throws UNAUTHENTICATED when there is none any more. */
  readonly again: (caller: Caller) => Promise<Caller>;
}
type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Run = CompiledQuery['query'];
type Result = ExecutionResult<Record<string, unknown>>;
interface Known {
  times: number;
  run?: Run;
}

// Compiling takes a few milliseconds, a hundred times one execution: only a document that comes back earns it.
const WORTH_COMPILING = 3;

/**
 * A gateway that executes against our own schema. Compiled functions hang on the parsed document, which Apollo keeps
 * in its document store, and go when it goes. `schema` is asked when the server starts. A result is handed on when what was
 * read for it is recorded by `reads`, and never when it cannot be (R68).
 */
export function jitGateway(schema: () => GraphQLSchema, { reads, alone, again }: GatewayParts): Gateway {
  const known = new WeakMap<DocumentNode, Map<string, Known>>();

  function lookUp(document: DocumentNode, operation: string): Known {
    let operations = known.get(document);
    if (!operations) known.set(document, (operations = new Map()));
    let entry = operations.get(operation);
    if (!entry) operations.set(operation, (entry = { times: 0 }));
    return entry;
  }

  function compile(document: DocumentNode, operation: string | undefined): Run | undefined {
    const compiled = compileQuery(schema(), document, operation);
    return isCompiledQuery(compiled) ? compiled.query : undefined;
  }

  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema(), coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, context: given, request }) => {
        // Apollo's type does not say so: a name that no operation of the document has.
        if ((operation as typeof operation | undefined) === undefined) return noSuchOperation;
        const entry = lookUp(document, request.operationName ?? '');
        entry.times += 1;
        if (entry.times === WORTH_COMPILING && isCompilable(schema(), document, operation)) {
          const run = compile(document, request.operationName);
          if (run) entry.run = run;
        }
        const variables = request.variables ?? {};
        const run = async (context: RequestContext) => {
          const read = new RequestReads();
          const execution = () =>
            entry.run?.(undefined, context, variables) ??
            execute({
              schema: schema(),
              document,
              contextValue: context,
              variableValues: variables,
              ...(request.operationName !== undefined && { operationName: request.operationName }),
            });
          return { read, result: (await recordingInto(read, execution)) as Result };
        };
        let context = given as RequestContext;
        let ran = await run(context);
        alone.executed(request.query, document);
        if (!isChecked(context)) {
          const now = await again(context.caller).catch(turnedAway);
          if (now instanceof GraphQLError) return { errors: [now] };
          // The caller is no longer the actor who was remembered; a command that found so wrote nothing. It runs for them as they are now.
          if (context.check?.found !== undefined || !sameActor(context.actor, now.actor)) {
            context = new RequestContext(now, context.req, context.address);
            ran = await run(context);
          }
        }
        await recordAnswer(reads, context, ran.read, askedFor(document, operation, variables));
        return ordinary(ran.result);
      },
    }),
    stop: async () => undefined,
  };
}

/** Whether the actor is known to be who they were taken for: read for this request, or looked up by the command. */
const isChecked = ({ actor, check }: RequestContext): boolean => !check || sameActor(actor, check.found ?? null);

function turnedAway(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
}

const noSuchOperation: Result = {
  errors: [new GraphQLError('The document has no operation of that name.', { extensions: { code: 'BAD_USER_INPUT' } })],
};

/**
 * graphql-jit's errors lack the extensions that Apollo counts on; and where nothing ran, the variables did not fit
 * their types, which graphql-js would have left to Apollo to recognise.
 */
function ordinary(result: Result): Result {
  if (!result.errors) return result;
  const extensions = result.data === undefined ? { code: 'BAD_USER_INPUT' } : undefined;
  return { ...result, errors: result.errors.map((error) => rebuilt(error, extensions ?? error.extensions)) };
}
const rebuilt = ({ message, path, originalError }: GraphQLError, extensions: object | undefined): GraphQLError =>
  new GraphQLError(message, { path, originalError, extensions: { ...extensions } });
