// The caseload: cases in pages, each with what it waits for and the steps it can take.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { View } from '../case/case-view.js';
import { doorsOf, type DoorArgs } from '../case/views/doors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';
import type { CaseloadArgs } from './filter.js';
import { readCaseload } from './read-caseload.js';

@Resolver('CaseSummary')
export class CaseloadResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Query('caseload')
  caseload(@Context() context: RequestContext, @Args() args: CaseloadArgs) {
    return readCaseload(this.reading, context, args);
  }

  @ResolveField('doors')
  doors(@Context() { actor }: RequestContext, @Parent() view: View, @Args() args: DoorArgs) {
    return doorsOf(actor, view, args);
  }
}
