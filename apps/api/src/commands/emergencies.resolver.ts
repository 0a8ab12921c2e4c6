// A case is opened in an emergency by a facilitator who is called to it, ended, and acknowledged by a manager or safeguarding lead (R68).
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Emergencies } from '../ports/access-log.js';
import { EMERGENCIES } from '../ports/tokens.js';
import { emergencyView } from '../queries/access-log/emergency-views.js';
import { apiError } from '../server/graphql/errors.js';
import type { RequestContext } from '../server/graphql/request-context.js';

interface OpenArgs {
  readonly caseIdOrReference: string;
  readonly reason: string;
}
const LONGEST_REASON = 2_000;

@Resolver()
export class EmergenciesResolver {
  constructor(@Inject(EMERGENCIES) private readonly emergencies: Emergencies) {}

  /** BAD_USER_INPUT without a reason, and for an actor who sees the case anyway: they know that it is there. */
  @Mutation('openInEmergency')
  async open(@Context() { actor, at }: RequestContext, @Args() args: OpenArgs) {
    const reason = args.reason.trim();
    if (reason.length === 0 || reason.length > LONGEST_REASON)
      throw apiError('BAD_USER_INPUT', `Say why, in at most ${LONGEST_REASON} characters.`);
    const opened = await this.emergencies.open(actor, args.caseIdOrReference, reason, at);
    if (opened.ok) return emergencyView(opened.emergency);
    switch (opened.why) {
      case 'seen':
        throw apiError('BAD_USER_INPUT', 'You see this case already.');
      case 'too-often':
        throw apiError('LIMIT_EXCEEDED', 'You have tried this as often as is allowed in a day. Telephone a manager.');
      default:
        throw apiError('NOT_FOUND', 'There is no such case.');
    }
  }

  @Mutation('endEmergency')
  async end(@Context() { actor }: RequestContext, @Args('emergencyId') id: string) {
    return (await this.emergencies.end(actor, id)) !== null;
  }

  @Mutation('acknowledgeEmergency')
  async acknowledge(@Context() { actor }: RequestContext, @Args('emergencyId') id: string) {
    return (await this.emergencies.acknowledge(actor, id)) !== null;
  }
}
