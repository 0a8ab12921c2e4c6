// The quiet page of a participant who is signed in: where things stand with them, and nothing about anybody else.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { yourPage } from './questions.js';

@Controller('your-page')
export class ParticipantHomePage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, myCases } = await page.ask(yourPage);
    if (me.kind === 'staff') return page.go('/me');
    return page.show('participant/home', { myCases });
  }
}
