// The second step: the short code that was sent to a safe channel, or read out by staff.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { answerForm } from '../../../server/answer-form.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { invitationArea } from '../area.js';
import { form } from './form.js';
import { RedeemCode } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, invitationArea, { en, cy });

@Controller('start/code')
export class OneTimeCodePage {
  @Get()
  show(@Res() { page }: PageReply) {
    if (page.flowState.read('invitation') === null || page.request.url.includes('?')) return page.go('/start');
    return page.show(view);
  }

  @Post()
  send(@Res() { page }: PageReply) {
    const invitation = page.flowState.read('invitation');
    if (invitation === null) return page.go('/start');
    return answerForm(page, view, form, async ({ code }) => {
      const { redeemCode: answer } = await page.ask(RedeemCode, { invitation, code }, null);
      if (answer.__typename === 'SignInRefused') return { field: 'code', problem: 'wrong' };
      page.flowState.clear();
      page.cookies.keepSession(answer.token);
      return { goTo: '/your-page' };
    });
  }
}
