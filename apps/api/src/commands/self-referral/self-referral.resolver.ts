// Referring oneself: the questions and answers of a visitor, asked of the service whose public pages these are.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Opening } from '#libs/self-referral';
import type { ApiOptions } from '../../options.js';
import type { SelfReferrals } from '../../ports/self-referrals.js';
import { OPTIONS, SELF_REFERRALS } from '../../ports/tokens.js';
import { apiError } from '../../server/graphql/errors.js';
import { answersFrom, type Answer } from './answers-from.js';
import type { RequestContext } from '../../server/graphql/request-context.js';

@Resolver()
export class SelfReferralResolver {
  constructor(
    @Inject(SELF_REFERRALS) private readonly referrals: SelfReferrals,
    @Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'publicService'>,
  ) {}

  @Query('selfReferral')
  async selfReferral(@Args() opening: Opening) {
    const found = await this.referrals.read(this.service(), opening);
    if (!found) return null;
    const said = Object.entries(found.answers).map(([question, answer]) => ({ question, said: [answer].flat() }));
    return { answers: said, sent: found.sent };
  }

  @Mutation('beginSelfReferral')
  beginSelfReferral(@Args('answers') given: readonly Answer[], @Context() { address }: RequestContext) {
    return this.referrals.begin(this.service(), answersFrom(given), address);
  }

  @Mutation('resumeSelfReferral')
  resumeSelfReferral(@Args('code') code: string, @Context() { address }: RequestContext) {
    return this.referrals.resume(this.service(), code, address);
  }

  @Mutation('saveSelfReferral')
  saveSelfReferral(@Args() { answers: given, ...opening }: Opening & { answers: readonly Answer[] }) {
    return this.referrals.save(this.service(), opening, answersFrom(given));
  }

  @Mutation('leaveSelfReferral')
  async leaveSelfReferral(@Args() opening: Opening) {
    await this.referrals.leave(this.service(), opening);
    return true;
  }

  @Mutation('sendSelfReferral')
  sendSelfReferral(
    @Args() { outside = null, ...opening }: Opening & { outside?: string | null },
    @Context() { address }: RequestContext,
  ) {
    return this.referrals.send(this.service(), opening, outside, address);
  }

  private service(): string {
    const { publicService } = this.options;
    if (!publicService) throw apiError('NOT_FOUND', 'There are no public pages here.');
    return publicService;
  }
}
