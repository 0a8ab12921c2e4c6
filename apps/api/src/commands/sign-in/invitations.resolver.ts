// Staff on the case invite participants, take invitations back, and help a participant to sign in.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Done, IdentityCheck, InvitationWay } from '#libs/sign-in';
import { isUuid } from '#libs/case';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { SignIn } from '../../ports/sign-in.js';
import { SIGN_IN } from '../../ports/tokens.js';
import { explainedWith } from '../../audience/refusal-for-reader.js';

interface OfParticipant {
  readonly caseId: string;
  readonly participantId: string;
}

@Resolver()
export class InvitationsResolver {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  @Query('invitations')
  invitations(@Args('caseId') caseId: string, @Context() { actor }: RequestContext) {
    return isUuid(caseId) ? this.signIn.invitations(actor, caseId) : [];
  }

  @Mutation('invite')
  async invite(@Args() wanted: OfParticipant & { how: InvitationWay }, @Context() { actor }: RequestContext) {
    return payload(isUuid(wanted.caseId) ? await this.signIn.invite(actor, wanted) : unknown, 'Invited');
  }

  @Mutation('revokeInvitation')
  async revokeInvitation(
    @Args() wanted: { caseId: string; invitationId: string },
    @Context() { actor }: RequestContext,
  ) {
    return isUuid(wanted.caseId) && isUuid(wanted.invitationId) && this.signIn.revoke(actor, wanted);
  }

  @Mutation('assistSignIn')
  async assistSignIn(@Args() wanted: OfParticipant & { checked: IdentityCheck }, @Context() { actor }: RequestContext) {
    return payload(isUuid(wanted.caseId) ? await this.signIn.assist(actor, wanted) : unknown, 'Assisted');
  }
}

const unknown = { ok: false, why: 'not-found', blockers: [] } as const;

/** A case that is hidden and one that is not there are answered alike, as everywhere. */
function payload<T extends object>(done: Done<T>, name: 'Invited' | 'Assisted') {
  if (done.ok) return { __typename: name, ...done };
  if (done.why === 'not-found') throw apiError('NOT_FOUND', 'There is no such case.');
  return { __typename: refusals[name], blockers: done.blockers.map(explainedWith({})) };
}

const refusals = { Invited: 'InviteRefused', Assisted: 'AssistRefused' } as const;
