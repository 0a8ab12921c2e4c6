// What one person knows at one moment, told as one command (R100).
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CaseCommands } from '../ports/casework.js';
import { CASEWORK } from '../ports/tokens.js';
import type { RequestContext } from '../server/graphql/request-context.js';
import { buildEach, type AnyEvent } from './any-event.js';
import { tellAll, type CommandInput } from './tell.js';

interface Asked {
  readonly command: CommandInput;
  readonly events: readonly AnyEvent[];
}

@Resolver()
export class RecordTogetherResolver {
  constructor(@Inject(CASEWORK) private readonly casework: CaseCommands) {}

  @Mutation('recordTogether')
  recordTogether(
    @Args() { command, events }: Asked,
    @Context() context: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const { actor } = context;
    const built = buildEach(schema, events, `${actor.id} ${command.key}`, actor.kind !== 'participant');
    return tellAll(this.casework, context, command, built);
  }
}
