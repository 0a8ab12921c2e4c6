// Who is signed in as staff, with which roles, and on which devices.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { en as shared } from '../../../kit/words.en.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { form } from './form.js';
import { EndSession, WhoAmI } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('me')
export class AccountPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, service } = await page.askWithin(view.area, WhoAmI);
    const roles = me.roles.map((role) => (isNamed(role) ? page.say(view, `roles.${role}`) : role));
    return page.show(view, { me, roles, service });
  }

  @Post()
  async end(@Res() { page }: PageReply) {
    const { session } = page.readOwnForm(form);
    await page.ask(EndSession, { sessionId: session });
    return page.go('/me');
  }
}

const isNamed = (role: string): role is keyof typeof shared.roles => Object.hasOwn(shared.roles, role);
