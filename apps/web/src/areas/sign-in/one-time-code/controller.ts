// The second step: the short code that was sent to a safe channel, or read out by staff.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { problem, problemsOf } from '../../../server/form-problems.js';
import type { Visited } from '../../../server/page-context.js';
import { form } from './form.js';
import { redeemCode } from './questions.js';

@Controller('start/code')
export class StartCodePage {
  @Get()
  show(@Res() { visit }: Visited) {
    if (visit.passing.read('invitation') === null || visit.request.url.includes('?')) return visit.go('/start');
    return visit.show('sign-in/one-time-code');
  }

  @Post()
  async send(@Res() { visit }: Visited) {
    const invitation = visit.passing.read('invitation');
    if (invitation === null) return visit.go('/start');
    const sent = form.safeParse(visit.request.body);
    if (!sent.success) return visit.show('sign-in/one-time-code', { problems: problemsOf(sent.error, visit.say) }, 422);
    const { redeemCode: answer } = await visit.ask(redeemCode, { invitation, code: sent.data.code }, null);
    if (answer.__typename === 'SignInRefused')
      return visit.show('sign-in/one-time-code', { problems: [problem(visit.say, 'code', 'startCode.wrong')] }, 422);
    visit.passing.end();
    visit.cookies.keepSession(answer.token);
    return visit.go('/your-page');
  }
}
