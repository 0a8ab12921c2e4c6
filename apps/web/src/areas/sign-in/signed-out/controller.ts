// The page after signing out, and after a session that ended by itself.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';

@Controller('signed-out')
export class SignedOutPage {
  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('sign-in/signed-out');
  }
}
