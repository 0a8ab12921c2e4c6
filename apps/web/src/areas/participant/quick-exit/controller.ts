// Leaving at once (R15), and what to know before it is needed. Leaving waits for nothing: the cookie goes now, the session after it.
import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { LEAVE_TO } from '../../../ports.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { QuickExit } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller()
export class QuickExitPage {
  constructor(@Inject(LEAVE_TO) private readonly leaveTo: string) {}

  @Get('leaving')
  show(@Res() { page }: PageReply) {
    return page.show(view, { backTo: page.cookies.session() === null ? '/start' : '/your-page' });
  }

  @Post('leave')
  leave(@Res() { page }: PageReply) {
    if (page.cookies.session() !== null) page.ask(QuickExit).catch(() => undefined); // it may have ended by itself
    page.cookies.dropSession();
    page.flowState.clear();
    return page.onward(this.leaveTo, page.say(view, 'going'));
  }
}
