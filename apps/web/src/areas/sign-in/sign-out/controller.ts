// Signing out: the session ends behind the API, the cookie here, and for staff the provider's own session after that.
import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffSignInArea } from '../area.js';
import type { StaffSignIn } from '../provider.js';
import { form } from './form.js';
import { SignOut, WhoLeaves } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffSignInArea, { en, cy });

@Controller()
export class SignOutPage {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Post('sign-out')
  async leave(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    // Whatever comes of the rest, this browser holds no session afterwards.
    page.cookies.dropSession();
    page.flowState.clear();
    const kind = await page.ask(WhoLeaves).then(
      ({ me }) => me.kind,
      (error: unknown) => {
        if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return null;
        throw error;
      },
    );
    if (kind !== null) await page.ask(SignOut, { everywhere: sent.data?.everywhere === 'yes' });
    const endUrl = kind === 'staff' ? await this.staff?.endUrl().catch(() => null) : null;
    return endUrl ? page.onward(endUrl, page.say(view, 'onward')) : page.go('/signed-out');
  }

  /** Also where a session that ended by itself leads. */
  @Get('signed-out')
  show(@Res() { page }: PageReply) {
    return page.show(view);
  }
}
