// Requests of people for what is held about them: received, reviewed, answered.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { londonDate } from '#libs/time';
import type { WithholdGround } from '#libs/rights';
import { colleagueOrNull } from '../case/views/by-name.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { isUuid } from '../loaders/is-uuid.js';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import { rightsPayload } from '../../commands/rights/payload.js';

interface Keyed {
  readonly key: string;
}
interface Decided {
  readonly item: string;
  readonly ground?: WithholdGround | null;
}
const MOST = 100;
const NOTHING = '00000000-0000-0000-0000-000000000000';
const known = (id: string) => (isUuid(id) ? id : NOTHING);

@Resolver()
export class SubjectAccessResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Query('subjectRequests')
  async subjectRequests(@Context() { actor, at }: RequestContext) {
    const today = londonDate(at);
    const found = await this.rights.access.requests(actor);
    return found.map((request) => ({
      ...request,
      overdue: request.answeredAt === null && request.dueOn < today,
      answeredBy: colleagueOrNull(request.answeredBy),
    }));
  }

  @Query('subjectReview')
  async subjectReview(@Context() { actor, at }: RequestContext, @Args() { requestId }: { requestId: string }) {
    const items = (await this.rights.access.review(actor, known(requestId), at)) ?? [];
    return items.map(({ texts, decided, ...item }) => ({
      ...item,
      words: texts.flatMap(({ words }) => words ?? []),
      decided: decided !== undefined,
      ground: decided?.ground ?? null,
      decidedAt: decided?.at ?? null,
      decidedBy: colleagueOrNull(decided?.by),
    }));
  }

  @Mutation('receiveSubjectRequest')
  receiveSubjectRequest(
    @Context() { actor, at }: RequestContext,
    @Args() { key, personId, receivedOn }: Keyed & { personId: string; receivedOn: string },
  ) {
    return rightsPayload(this.rights.access.receive(actor, key, known(personId), receivedOn, at));
  }

  @Mutation('reviewForSubject')
  reviewForSubject(
    @Context() { actor, at }: RequestContext,
    @Args() { key, requestId, decisions }: Keyed & { requestId: string; decisions: readonly Decided[] },
  ) {
    if (decisions.length > MOST) throw apiError('BAD_USER_INPUT', `At most ${MOST} decisions at a time.`);
    const given = decisions.map(({ item, ground = null }) => ({ item, ground }));
    return rightsPayload(this.rights.access.decide(actor, key, known(requestId), given, at));
  }

  @Mutation('answerSubjectRequest')
  async answerSubjectRequest(@Context() { actor, at }: RequestContext, @Args() { requestId }: { requestId: string }) {
    const answer = await this.rights.access.answer(actor, known(requestId), at);
    return answer.ok
      ? { __typename: 'SubjectAnswer', ...answer }
      : { __typename: 'RightsRefused', problems: answer.problems };
  }
}
