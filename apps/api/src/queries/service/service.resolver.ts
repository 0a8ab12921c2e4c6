// The service as a whole: its areas and numbers, its staff, its messages and its tasks.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { READING } from '../../ports/tokens.js';
import { noticeList, readService, staffList, taskList, type NoticeArgs, type TaskArgs } from './read-service.js';

@Resolver()
export class ServiceResolver {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Query('service')
  service(@Context() context: RequestContext) {
    return readService(this.reading, context);
  }

  @Query('staff')
  staff(@Context() context: RequestContext) {
    return staffList(this.reading, context);
  }

  @Query('notices')
  notices(@Context() context: RequestContext, @Args() args: NoticeArgs) {
    return noticeList(this.reading, context, args);
  }

  @Query('tasks')
  tasks(@Context() context: RequestContext, @Args() args: TaskArgs) {
    return taskList(this.reading, context, args);
  }
}
