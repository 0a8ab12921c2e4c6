// Staff come back from the provider. The one GET that acts: it takes an answer that only the browser which asked can give, once.
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffSignInArea } from '../area.js';
import { NotFinished, type StaffSignIn } from '../provider.js';
import { SignOut } from '../sign-out/page.generated.js';
import { SignIn } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffSignInArea, { en, cy });

@Controller('sign-in/callback')
export class StaffSignInCallback {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Get()
  async finish(@Res() { page }: PageReply) {
    const begun = page.flowState.read('signIn');
    page.flowState.clear();
    if (this.staff === null || begun === null) return failed(page, 'expired');
    const query = page.request.url.split('?')[1] ?? '';
    const idToken = await this.staff.finish(query, begun).catch((error: unknown) => {
      if (error instanceof NotFinished) return null;
      throw error;
    });
    if (idToken === null) return failed(page, 'expired');
    const { signInStaff: answer } = await page.ask(SignIn, { idToken }, null);
    if (answer.__typename === 'SignInRefused') return failed(page, 'refused');
    const before = page.cookies.session();
    if (before !== null) await page.ask(SignOut, { everywhere: false }).catch(() => undefined); // it may have ended by itself
    page.cookies.keepSession(answer.token);
    return page.onward('/today', page.say(view, 'signedIn'));
  }
}

const failed = (page: PageContext, why: 'expired' | 'refused') => page.show(view, { why }, 403);
