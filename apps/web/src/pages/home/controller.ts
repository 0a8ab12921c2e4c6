// The first page: two ways in.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../http/visit.js';

@Controller()
export class HomePage {
  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('home', { signedIn: visit.cookies.session() !== null });
  }
}
