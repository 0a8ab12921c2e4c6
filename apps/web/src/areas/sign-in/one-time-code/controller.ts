// The second step: the short code that was sent to a safe channel, or read out by staff.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { problem, problemsOf } from '../../../server/form-problems.js';
import type { PageReply } from '../../../server/page-context.js';
import { form } from './form.js';
import { redeemCode } from './questions.js';

@Controller('start/code')
export class OneTimeCodePage {
  @Get()
  show(@Res() { page }: PageReply) {
    if (page.flowState.read('invitation') === null || page.request.url.includes('?')) return page.go('/start');
    return page.show('sign-in/one-time-code');
  }

  @Post()
  async send(@Res() { page }: PageReply) {
    const invitation = page.flowState.read('invitation');
    if (invitation === null) return page.go('/start');
    const sent = form.safeParse(page.request.body);
    if (!sent.success) return page.show('sign-in/one-time-code', { problems: problemsOf(sent.error, page.say) }, 422);
    const { redeemCode: answer } = await page.ask(redeemCode, { invitation, code: sent.data.code }, null);
    if (answer.__typename === 'SignInRefused')
      return page.show('sign-in/one-time-code', { problems: [problem(page.say, 'code', 'startCode.wrong')] }, 422);
    page.flowState.clear();
    page.cookies.keepSession(answer.token);
    return page.go('/your-page');
  }
}
