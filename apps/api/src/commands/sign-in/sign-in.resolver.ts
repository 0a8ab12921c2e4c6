// Opens and ends sessions. An attempt has one of two answers, and neither says why.
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Opened, StaffProof } from '#libs/sign-in';
import { isUuid } from '#libs/case';
import { BadToken, type Verifier } from '../../server/auth/tokens.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { SignIn } from '../../ports/sign-in.js';
import { SIGN_IN, VERIFIER } from '../../ports/tokens.js';
import { codeMayComeWords, notSignedInWords } from './messages.js';

@Resolver()
export class SignInResolver {
  constructor(
    @Inject(SIGN_IN) private readonly signIn: SignIn,
    @Inject(VERIFIER) private readonly verify: Verifier,
  ) {}

  @Mutation('signInStaff')
  async signInStaff(@Args('idToken') idToken: string, @Context() { req }: RequestContext) {
    const proof = await this.proofOf(idToken, (refused) => req.log.info({ refused }, 'ID token refused'));
    return signInPayload(await this.signIn.staff(proof));
  }

  @Mutation('redeemInvitation')
  async redeemInvitation(@Args('invitationCode') invitationCode: string) {
    await this.signIn.askForCode(invitationCode);
    return { words: codeMayComeWords, minutes: this.signIn.numbers.codeMinutes };
  }

  @Mutation('redeemCode')
  async redeemCode(@Args() { invitationCode, oneTimeCode }: { invitationCode: string; oneTimeCode: string }) {
    return signInPayload(await this.signIn.enter({ invitation: invitationCode, code: oneTimeCode }));
  }

  @Mutation('signOut')
  async signOut(@Args('everywhere') everywhere: boolean, @Context() { actor, session }: RequestContext) {
    if (!everywhere && !session) return false; // an access token is no session, and ends by itself
    return (await this.signIn.end(actor, everywhere ? null : (session?.id ?? null))) > 0;
  }

  @Mutation('endSession')
  async endSession(@Args('sessionId') id: string, @Context() { actor }: RequestContext) {
    return isUuid(id) && (await this.signIn.end(actor, id)) > 0;
  }

  /** What the ID token proves; null when it is not believed. */
  private async proofOf(idToken: string, refused: (reason: string) => void): Promise<StaffProof | null> {
    try {
      const { subject, serviceId, roles, scopes } = await this.verify.id(idToken);
      return isUuid(serviceId) ? { subject, serviceId, roles, scopes: [...scopes], idToken } : null;
    } catch (error) {
      if (!(error instanceof BadToken)) throw error;
      refused(error.reason);
      return null;
    }
  }
}

const signInPayload = (opened: Opened | null) =>
  opened ? { __typename: 'SignedIn', ...opened } : { __typename: 'SignInRefused', words: notSignedInWords };
