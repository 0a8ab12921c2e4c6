// The way in for somebody with an invitation code. A link here carries nothing: mail scanners open links, so only sending the form acts.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { problemsOf } from '../../../server/form-problems.js';
import type { PageReply } from '../../../server/page-context.js';
import { form } from './form.js';
import { redeemInvitation } from './questions.js';

@Controller('start')
export class InvitationPage {
  @Get()
  show(@Res() { page }: PageReply) {
    // A code that somebody put into the address leaves it, and is not looked at.
    if (page.request.url.includes('?')) return page.go('/start');
    return page.show('sign-in/invitation');
  }

  @Post()
  async send(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    if (!sent.success) return page.show('sign-in/invitation', { problems: problemsOf(sent.error, page.say) }, 422);
    await page.ask(redeemInvitation, { code: sent.data.code }, null);
    page.flowState.keep('invitation', sent.data.code);
    return page.go('/start/code');
  }
}
