// Staff begin to sign in: a button, and on to the service's own provider.
import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { Visited } from '../../../server/page-context.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { StaffSignIn } from '../provider.js';

@Controller('sign-in')
export class SignInPage {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Get()
  show(@Res() { visit }: Visited) {
    return visit.show('sign-in/staff', { ready: this.staff !== null });
  }

  @Post()
  async begin(@Res() { visit }: Visited) {
    if (this.staff === null) return visit.go('/sign-in');
    const { url, begun } = await this.staff.begin();
    visit.passing.keep('signIn', begun);
    return visit.onward(url, visit.say('signIn.onward'));
  }
}
