// Cases that were opened in an emergency, for managers and safeguarding leads (R68).
import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Emergencies } from '../../ports/access-log.js';
import { EMERGENCIES } from '../../ports/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import { emergencyPage, type EmergencyArgs } from './emergency-views.js';

@Resolver()
export class OpenedEmergenciesResolver {
  constructor(@Inject(EMERGENCIES) private readonly emergencies: Emergencies) {}

  @Query('emergencies')
  list(@Context() context: RequestContext, @Args() args: EmergencyArgs) {
    return emergencyPage(this.emergencies, context, args);
  }
}
