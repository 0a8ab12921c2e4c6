// How leaving quickly works, and what it cannot do: read before it is needed.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';

@Controller('leaving')
export class LeavingPage {
  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('public/quick-exit', { backTo: visit.cookies.session() === null ? '/start' : '/your-page' });
  }
}
