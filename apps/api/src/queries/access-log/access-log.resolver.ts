// Who looked, and whose reading is unusual: for managers and safeguarding leads (R68).
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ColleagueResolver } from '../case/names.resolver.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { AccessLog } from '../../ports/access-log.js';
import { ACCESS_LOG } from '../../ports/tokens.js';
import { lookedAt, unusualPage, unusualRows, type DaysArgs, type WhoLookedArgs, type UnusualArgs } from './views.js';

@Resolver()
export class AccessLogResolver {
  constructor(@Inject(ACCESS_LOG) private readonly accessLog: AccessLog) {}

  @Query('whoLooked')
  whoLooked(@Context() context: RequestContext, @Args() args: WhoLookedArgs) {
    return lookedAt(this.accessLog, context, args);
  }

  @Query('unusualReading')
  unusualReading(@Context() context: RequestContext, @Args() args: DaysArgs) {
    return unusualRows(this.accessLog, context, args);
  }

  @Query('unusualReads')
  unusualReads(@Context() context: RequestContext, @Args() args: UnusualArgs) {
    return unusualPage(this.accessLog, context, args);
  }
}

@Resolver('Reader')
export class ReaderResolver extends ColleagueResolver {}
