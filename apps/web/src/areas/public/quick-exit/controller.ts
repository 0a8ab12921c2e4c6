// Leaving at once (R15): the cookie goes now, the session behind it without being waited for, and something harmless is shown.
import { Controller, Inject, Post, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';
import { LEAVE_TO } from '../../../ports.js';
import { leave } from './questions.js';

@Controller('leave')
export class Leave {
  constructor(@Inject(LEAVE_TO) private readonly leaveTo: string) {}

  @Post()
  go(@Res() { visit }: Visited) {
    if (visit.cookies.session() !== null) visit.ask(leave).catch(() => undefined); // it may have ended by itself
    visit.cookies.dropSession();
    visit.passing.end();
    return visit.onward(this.leaveTo, visit.say('leave.going'));
  }
}
