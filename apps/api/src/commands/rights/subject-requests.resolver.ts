// What staff do with a person's request for what is held about them: received, reviewed, answered.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { idOrNone } from '#libs/case';
import type { WithholdGround } from '#libs/rights';
import type { Rights } from '../../ports/rights.js';
import { RIGHTS } from '../../ports/tokens.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload, decisionRefused } from '../decision-payload.js';

interface Keyed {
  readonly key: string;
}
interface Reviewed {
  readonly item: string;
  readonly ground?: WithholdGround | null;
}
const MOST = 100;

@Resolver()
export class SubjectRequestsResolver {
  constructor(@Inject(RIGHTS) private readonly rights: Rights) {}

  @Mutation('receiveSubjectRequest')
  receiveSubjectRequest(
    @Context() { actor, at }: RequestContext,
    @Args() { key, personId, receivedOn }: Keyed & { personId: string; receivedOn: string },
  ) {
    return decisionPayload(this.rights.access.receive(actor, key, idOrNone(personId), receivedOn, at));
  }

  @Mutation('reviewForSubject')
  reviewForSubject(
    @Context() { actor, at }: RequestContext,
    @Args() { key, requestId, decisions }: Keyed & { requestId: string; decisions: readonly Reviewed[] },
  ) {
    if (decisions.length > MOST) throw apiError('BAD_USER_INPUT', `At most ${MOST} decisions at a time.`);
    const given = decisions.map(({ item, ground = null }) => ({ item, ground }));
    return decisionPayload(this.rights.access.decide(actor, key, idOrNone(requestId), given, at));
  }

  /** Not a recorded decision but an export: it is made again, from what is held then, whenever it is asked for. */
  @Mutation('answerSubjectRequest')
  async answerSubjectRequest(@Context() { actor, at }: RequestContext, @Args() { requestId }: { requestId: string }) {
    const answer = await this.rights.access.answer(actor, idOrNone(requestId), at);
    return answer.ok ? { __typename: 'SubjectAnswer', ...answer } : decisionRefused(answer.problems);
  }
}
