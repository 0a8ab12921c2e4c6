// Requests of people for what is held about them, and what a review finds.
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { idOrNone } from '#libs/case';
import { londonDate } from '#libs/time';
import { colleagueOrNull } from '../case/views/by-name.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';

@Resolver()
export class SubjectAccessResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Query('subjectRequests')
  subjectRequests(@Context() { actor, at }: RequestContext, @Args() page: PageArgs) {
    const today = londonDate(at);
    return connection(this.rights.access.requests(actor, pageAsked(page)), (request) => ({
      ...request,
      overdue: request.answeredAt === null && request.dueOn < today,
      answeredBy: colleagueOrNull(request.answeredBy),
    }));
  }

  @Query('subjectReview')
  async subjectReview(@Context() { actor, at }: RequestContext, @Args() { requestId }: { requestId: string }) {
    const items = (await this.rights.access.review(actor, idOrNone(requestId), at)) ?? [];
    return items.map(({ texts, decided, ...item }) => ({
      ...item,
      words: texts.flatMap(({ words }) => words ?? []),
      decided: decided !== undefined,
      ground: decided?.ground ?? null,
      decidedAt: decided?.at ?? null,
      decidedBy: colleagueOrNull(decided?.by),
    }));
  }
}
