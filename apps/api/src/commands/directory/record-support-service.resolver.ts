// What staff record in the directory of support services.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ServiceDetails } from '#libs/directory';
import type { Directory } from '../../ports/directory.js';
import { DIRECTORY } from '../../ports/tokens.js';
import { apiError } from '../../server/graphql/errors.js';
import type { FreeText } from '../../server/graphql/free-text.js';
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

  /** BAD_USER_INPUT when a row is not JSON. */
  @Mutation('takeSupportServices')
  takeSupportServices(
    @Context() { actor }: RequestContext,
    @Args() { rows, firstRow }: { rows: readonly FreeText[]; firstRow: number },
  ) {
    return this.directory.takeRows(actor, rows.map(parsed), firstRow);
  }

  @Mutation('checkSupportService')
  checkSupportService(@Context() { actor }: RequestContext, @Args('id') id: string) {
    return this.directory.check(actor, id);
  }

  @Mutation('removeSupportService')
  removeSupportService(@Context() { actor }: RequestContext, @Args('id') id: string) {
    return this.directory.remove(actor, id);
  }
}

function parsed(row: FreeText): unknown {
  try {
    return JSON.parse(row.reveal());
  } catch {
    throw apiError('BAD_USER_INPUT', 'A row is not JSON.');
  }
}
