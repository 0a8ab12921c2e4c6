// The page after signing out, and after a session that ended by itself.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';

@Controller('signed-out')
export class SignedOutPage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show('sign-in/signed-out');
  }
}
