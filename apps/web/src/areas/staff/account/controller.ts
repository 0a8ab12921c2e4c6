// Who is signed in as staff, with which roles, and on which devices.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { Turned } from '../../../server/http-problem.js';
import type { Visited } from '../../../server/page-context.js';
import { en } from '../../../locale/words.en.js';
import { form } from './form.js';
import { endSession, whoAmI } from './questions.js';

@Controller('me')
export class MePage {
  @Get()
  async show(@Res() { visit }: Visited) {
    const { me, service } = await visit.ask(whoAmI);
    if (me.kind === 'participant') return visit.go('/your-page');
    const roles = me.roles.map((role) => (isNamed(role) ? visit.say(`roles.${role}`) : role));
    return visit.show('staff/account', { me, roles, service });
  }

  @Post()
  async end(@Res() { visit }: Visited) {
    const sent = form.safeParse(visit.request.body);
    if (!sent.success) throw new Turned(400);
    await visit.ask(endSession, { sessionId: sent.data.session });
    return visit.go('/me');
  }
}

const isNamed = (role: string): role is keyof typeof en.roles => Object.hasOwn(en.roles, role);
