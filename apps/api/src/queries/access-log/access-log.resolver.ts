// Who looked, and whose reading is unusual: for those who answer for the service (R68).
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ColleagueResolver } from '../case/names.resolver.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Looking } from '../../ports/access-log.js';
import { LOOKING } from '../../ports/tokens.js';
import { lookedAt, unusualPage, unusualRows, type DaysArgs, type LookedArgs, type UnusualArgs } from './views.js';

@Resolver()
export class AccessLogResolver {
  constructor(@Inject(LOOKING) private readonly looking: Looking) {}

  @Query('whoLooked')
  whoLooked(@Context() context: RequestContext, @Args() args: LookedArgs) {
    return lookedAt(this.looking, context, args);
  }

  @Query('unusualReading')
  unusualReading(@Context() context: RequestContext, @Args() args: DaysArgs) {
    return unusualRows(this.looking, context, args);
  }

  @Query('unusualReads')
  unusualReads(@Context() context: RequestContext, @Args() args: UnusualArgs) {
    return unusualPage(this.looking, context, args);
  }
}

@Resolver('Reader')
export class ReaderResolver extends ColleagueResolver {}
