// Who is signed in as staff, with which roles, and on which devices.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { en } from '../../../locale/words.en.js';
import { form } from './form.js';
import { endSession, whoAmI } from './questions.js';

@Controller('me')
export class AccountPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, service } = await page.ask(whoAmI);
    if (me.kind === 'participant') return page.go('/your-page');
    const roles = me.roles.map((role) => (isNamed(role) ? page.say(`roles.${role}`) : role));
    return page.show('staff/account', { me, roles, service });
  }

  @Post()
  async end(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    if (!sent.success) throw new HttpProblem(400);
    await page.ask(endSession, { sessionId: sent.data.session });
    return page.go('/me');
  }
}

const isNamed = (role: string): role is keyof typeof en.roles => Object.hasOwn(en.roles, role);
