// Mappings of referrers' columns, and what a column can mean.
import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { mappedFields, mappingFile } from '#libs/intake';
import type { ReferralMappings } from '../../ports/referral-files.js';
import { REFERRAL_MAPPINGS } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';

@Resolver()
export class ReferralMappingsResolver {
  constructor(@Inject(REFERRAL_MAPPINGS) private readonly mappings: ReferralMappings) {}

  @Query('referralMappings')
  async referralMappings(@Context() { actor }: RequestContext) {
    const found = await this.mappings.list(actor);
    return found.map(({ mapping, version, savedAt = null, savedBy = null }) => ({
      name: mapping.name,
      version,
      savedAt,
      savedById: savedBy,
      json: mappingFile(mapping),
    }));
  }

  @Query('referralMappingFields')
  referralMappingFields() {
    return Object.entries(mappedFields).map(([name, { says, kind }]) => ({ name, says, kind }));
  }
}
