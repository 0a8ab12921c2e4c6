// Staff begin to sign in: a button, and on to the service's own provider.
import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { StaffSignIn } from '../provider.js';

@Controller('sign-in')
export class StaffSignInPage {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Get()
  show(@Res() { page }: PageReply) {
    return page.show('sign-in/staff', { ready: this.staff !== null });
  }

  @Post()
  async begin(@Res() { page }: PageReply) {
    if (this.staff === null) return page.go('/sign-in');
    const { url, begun } = await this.staff.begin();
    page.flowState.keep('signIn', begun);
    return page.onward(url, page.say('signIn.onward'));
  }
}
