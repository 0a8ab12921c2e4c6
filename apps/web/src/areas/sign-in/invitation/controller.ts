// The first page of signing in with an invitation code. A link here carries nothing: mail scanners open links, so only sending the form acts.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { answerForm } from '../../../server/answer-form.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { invitationArea } from '../area.js';
import { form } from './form.js';
import { RedeemInvitation } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, invitationArea, { en, cy });

@Controller('start')
export class InvitationPage {
  @Get()
  show(@Res() { page }: PageReply) {
    // A code in the address is removed from it by a redirect, and is not read.
    if (page.request.url.includes('?')) return page.go('/start');
    return page.show(view);
  }

  @Post()
  send(@Res() { page }: PageReply) {
    return answerForm(page, view, form, async ({ code }) => {
      await page.ask(RedeemInvitation, { code }, null);
      page.flowState.keep('invitation', code);
      return { goTo: '/start/code' };
    });
  }
}
