// One case with all that staff work on.
import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import type { Emergencies } from '../../ports/access-log.js';
import { EMERGENCIES, READING } from '../../ports/tokens.js';
import { emergencyOf } from '../access-log/emergency-views.js';
import type { View } from './case-view.js';
import { readCase, type CaseArgs } from './read-case.js';
import { riskHistoryOf } from './risk-history.js';
import { journalOf, noticesOf, tasksOf, wordsReceivedOf } from './records.js';
import { doorsOf, type DoorArgs } from './views/doors.js';
import { namesToCheck } from './views/names-to-check.js';

@Resolver('Case')
export class CaseResolver {
  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(EMERGENCIES) private readonly emergencies: Emergencies,
  ) {}

  @Query('case')
  case(@Context() context: RequestContext, @Args() args: CaseArgs) {
    return readCase(this.reading, context, args);
  }

  @ResolveField('doors')
  doors(@Context() { actor }: RequestContext, @Parent() view: View, @Args() args: DoorArgs) {
    return doorsOf(actor, view, args);
  }

  @ResolveField('emergency')
  emergency(@Context() context: RequestContext, @Parent() view: View) {
    return emergencyOf(this.emergencies, context, view);
  }

  @ResolveField('riskHistory')
  riskHistory(@Context() context: RequestContext, @Parent() view: View) {
    return riskHistoryOf(this.reading, context, view);
  }

  @ResolveField('namesToCheck')
  namesToCheck(@Context() context: RequestContext, @Parent() view: View) {
    return namesToCheck(this.reading, context, view);
  }

  @ResolveField('wordsReceived')
  wordsReceived(@Context() context: RequestContext, @Parent() view: View) {
    return wordsReceivedOf(this.reading, context, view);
  }

  @ResolveField('journal')
  journal(@Context() context: RequestContext, @Parent() view: View, @Args() args: PageArgs) {
    return journalOf(this.reading, context, view, args);
  }

  @ResolveField('notices')
  notices(@Context() context: RequestContext, @Parent() view: View) {
    return noticesOf(this.reading, context, view);
  }

  @ResolveField('tasks')
  tasks(@Context() context: RequestContext, @Parent() view: View) {
    return tasksOf(this.reading, context, view);
  }
}
