// A file of referrals is to be taken.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ReferralFiles } from '../../ports/referral-files.js';
import { REFERRAL_FILES } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';

@Resolver()
export class TakeReferralsResolver {
  constructor(@Inject(REFERRAL_FILES) private readonly files: ReferralFiles) {}

  @Mutation('takeReferrals')
  takeReferrals(
    @Context() { actor, at }: RequestContext,
    @Args() { key, file, from }: { key: string; file: string; from: string },
  ) {
    return decisionPayload(this.files.take(actor, key, { fileId: file, from }, at));
  }
}
