// Signing out: the session ends behind the API, the cookie here, and for staff the provider's own session after that.
import { Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import type { PageReply } from '../../../server/page-context.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { StaffSignIn } from '../provider.js';
import { form } from './form.js';
import { signOut, whoLeaves } from './questions.js';

@Controller('sign-out')
export class SignOut {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Post()
  async leave(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    // Whatever comes of the rest, this browser holds no session afterwards.
    page.cookies.dropSession();
    page.flowState.clear();
    const kind = await page.ask(whoLeaves).then(
      ({ me }) => me.kind,
      (error: unknown) => {
        if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return null;
        throw error;
      },
    );
    if (kind !== null) await page.ask(signOut, { everywhere: sent.data?.everywhere === 'yes' });
    const endUrl = kind === 'staff' ? await this.staff?.endUrl().catch(() => null) : null;
    return endUrl ? page.onward(endUrl, page.say('signOut.onward')) : page.go('/signed-out');
  }
}
