// The first page: two ways in.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';

@Controller()
export class HomePage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show('public/home', { signedIn: page.cookies.session() !== null });
  }
}
