// How leaving quickly works, and what it cannot do: read before it is needed.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';

@Controller('leaving')
export class QuickExitExplainedPage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show('public/quick-exit', { backTo: page.cookies.session() === null ? '/start' : '/your-page' });
  }
}
