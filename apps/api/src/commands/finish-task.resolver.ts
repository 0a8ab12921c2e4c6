// A task of the service is done.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Reading } from '../ports/reading.js';
import { READING } from '../ports/tokens.js';
import type { RequestContext } from '../server/graphql/request-context.js';

@Resolver()
export class FinishTaskResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  /** False when there is no such open task for this actor. */
  @Mutation('finishTask')
  async finishTask(@Context() { actor, at }: RequestContext, @Args('taskId') taskId: string) {
    return (await this.reading.cases.finishTask(actor, taskId, at)) !== null;
  }
}
