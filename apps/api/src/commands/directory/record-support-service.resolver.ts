// What staff record in the directory of support services.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ServiceDetails } from '#libs/directory';
import type { Directory } from '../../ports/directory.js';
import { DIRECTORY } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';

@Resolver()
export class RecordSupportServiceResolver {
  constructor(@Inject(DIRECTORY) private readonly directory: Directory) {}

  @Mutation('recordSupportService')
  async recordSupportService(
    @Context() { actor }: RequestContext,
    @Args() { id, service }: { id: string; service: ServiceDetails },
  ) {
    const wrong = await this.directory.record(actor, id, service);
    return wrong && { wrong };
  }

  @Mutation('removeSupportService')
  removeSupportService(@Context() { actor }: RequestContext, @Args('id') id: string) {
    return this.directory.remove(actor, id);
  }
}
