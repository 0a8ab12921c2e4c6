// A file of referrals is to be taken, and what a referrer's columns mean is saved.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ReferralFiles, ReferralMappings } from '../../ports/referral-files.js';
import { REFERRAL_FILES, REFERRAL_MAPPINGS } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { decisionPayload } from '../decision-payload.js';

@Resolver()
export class TakeReferralsResolver {
  constructor(
    @Inject(REFERRAL_FILES) private readonly files: ReferralFiles,
    @Inject(REFERRAL_MAPPINGS) private readonly mappings: ReferralMappings,
  ) {}

  @Mutation('takeReferrals')
  takeReferrals(
    @Context() { actor, at }: RequestContext,
    @Args() { key, file, from }: { key: string; file: string; from: string },
  ) {
    return decisionPayload(this.files.take(actor, key, { fileId: file, from }, at));
  }
  @Mutation('saveReferralMapping')
  saveReferralMapping(
    @Context() { actor, at }: RequestContext,
    @Args() { key, mapping }: { key: string; mapping: string },
  ) {
    return decisionPayload(this.mappings.save(actor, key, mapping, at));
  }
}
