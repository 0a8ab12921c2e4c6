// Staff begin to sign in: a button, and on to the service's own provider.
import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffSignInArea } from '../area.js';
import type { StaffSignIn } from '../provider.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffSignInArea, { en, cy });

@Controller('sign-in')
export class StaffSignInPage {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Get()
  show(@Res() { page }: PageReply) {
    return page.show(view, { ready: this.staff !== null });
  }

  @Post()
  async begin(@Res() { page }: PageReply) {
    if (this.staff === null) return page.go('/sign-in');
    const { url, begun } = await this.staff.begin();
    page.flowState.keep('signIn', begun);
    return page.onward(url, page.say(view, 'onward'));
  }
}
