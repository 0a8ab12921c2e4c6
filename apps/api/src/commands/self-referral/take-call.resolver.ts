// A member of staff types what somebody says on the telephone.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { isUuid } from '#libs/case';
import type { SelfReferrals } from '../../ports/self-referrals.js';
import { SELF_REFERRALS } from '../../ports/tokens.js';
import { apiError } from '../../server/graphql/errors.js';
import type { FreeText } from '../../server/graphql/free-text.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { answersFrom, type Answer } from './answers-from.js';

interface CallTyped {
  readonly key: string;
  readonly beganAt: string;
  readonly answers: readonly Answer[];
  readonly risk?: FreeText | null;
  readonly outside?: string | null;
  readonly workerId?: string | null;
}

@Resolver()
export class TakeCallResolver {
  constructor(@Inject(SELF_REFERRALS) private readonly referrals: SelfReferrals) {}

  @Mutation('takeCall')
  takeCall(@Context() { actor }: RequestContext, @Args('call') call: CallTyped) {
    const { key, beganAt, outside = null, workerId = null } = call;
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw apiError('BAD_USER_INPUT', 'A key is 1 to 200 plain characters.');
    if (workerId !== null && !isUuid(workerId)) throw apiError('BAD_USER_INPUT', 'There is no such member of staff.');
    const risk = call.risk?.reveal().trim() ?? '';
    return this.referrals.takeCall(actor, {
      key,
      beganAt,
      said: answersFrom(call.answers),
      risk,
      outside,
      worker: workerId,
    });
  }
}
