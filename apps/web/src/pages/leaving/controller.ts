// How leaving quickly works, and what it cannot do: read before it is needed.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../http/visit.js';

@Controller('leaving')
export class LeavingPage {
  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('leaving', { backTo: visit.cookies.session() === null ? '/start' : '/your-page' });
  }
}
