// The first page: two ways in.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';

@Controller()
export class HomePage {
  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('public/home', { signedIn: visit.cookies.session() !== null });
  }
}
