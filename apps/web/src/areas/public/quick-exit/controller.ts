// Leaving at once (R15): the cookie goes now, the session behind it without being waited for, and something harmless is shown.
import { Controller, Inject, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { LEAVE_TO } from '../../../ports.js';
import { leave } from './questions.js';

@Controller('leave')
export class QuickExit {
  constructor(@Inject(LEAVE_TO) private readonly leaveTo: string) {}

  @Post()
  go(@Res() { page }: PageReply) {
    if (page.cookies.session() !== null) page.ask(leave).catch(() => undefined); // it may have ended by itself
    page.cookies.dropSession();
    page.flowState.clear();
    return page.onward(this.leaveTo, page.say('leave.going'));
  }
}
