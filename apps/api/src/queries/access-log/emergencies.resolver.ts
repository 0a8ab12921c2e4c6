// A case opened in an emergency: by whoever is called to it, ended by itself, noted by those who answer for the service (R68).
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Emergencies } from '../../ports/access-log.js';
import { EMERGENCIES } from '../../ports/tokens.js';
import { emergencyPage, openNow, type EmergencyArgs, type OpenArgs } from './emergency-views.js';

@Resolver()
export class EmergencyResolver {
  constructor(@Inject(EMERGENCIES) private readonly emergencies: Emergencies) {}

  @Query('emergencies')
  list(@Context() context: RequestContext, @Args() args: EmergencyArgs) {
    return emergencyPage(this.emergencies, context, args);
  }

  @Mutation('openInEmergency')
  open(@Context() context: RequestContext, @Args() args: OpenArgs) {
    return openNow(this.emergencies, context, args);
  }

  @Mutation('endEmergency')
  end(@Context() { actor }: RequestContext, @Args('id') id: string) {
    return this.emergencies.end(actor, id);
  }

  @Mutation('acknowledgeEmergency')
  acknowledge(@Context() { actor }: RequestContext, @Args('id') id: string) {
    return this.emergencies.acknowledge(actor, id);
  }
}
