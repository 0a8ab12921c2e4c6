// The quiet page of a participant who is signed in: where things stand with them, and nothing about anybody else.
import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';
import { yourPage } from './questions.js';

@Controller('your-page')
export class YourPage {
  @Get()
  async show(@Res() { visit }: Visited) {
    const { me, myCases } = await visit.ask(yourPage);
    if (me.kind === 'staff') return visit.go('/me');
    return visit.show('participant/home', { myCases });
  }
}
