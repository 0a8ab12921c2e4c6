// The way in for somebody with an invitation code. A link here carries nothing: mail scanners open links, so only sending the form acts.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { problemsOf } from '../../../server/form-problems.js';
import type { Visited } from '../../../server/page-context.js';
import { form } from './form.js';
import { redeemInvitation } from './questions.js';

@Controller('start')
export class StartPage {
  @Get()
  show(@Res() { visit }: Visited) {
    // A code that somebody put into the address leaves it, and is not looked at.
    if (visit.request.url.includes('?')) return visit.go('/start');
    return visit.show('sign-in/invitation');
  }

  @Post()
  async send(@Res() { visit }: Visited) {
    const sent = form.safeParse(visit.request.body);
    if (!sent.success) return visit.show('sign-in/invitation', { problems: problemsOf(sent.error, visit.say) }, 422);
    await visit.ask(redeemInvitation, { code: sent.data.code }, null);
    visit.passing.keep('invitation', sent.data.code);
    return visit.go('/start/code');
  }
}
