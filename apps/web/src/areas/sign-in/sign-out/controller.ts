// Signing out: the session ends behind the API, the cookie here, and for staff the provider's own session after that.
import { Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiTrouble } from '../../../api/api-error.js';
import type { Visited } from '../../../server/page-context.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import type { StaffSignIn } from '../provider.js';
import { form } from './form.js';
import { signOut, whoLeaves } from './questions.js';

@Controller('sign-out')
export class SignOut {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Post()
  async leave(@Res() { visit }: Visited) {
    const sent = form.safeParse(visit.request.body);
    // Whatever comes of the rest, this browser holds no session afterwards.
    visit.cookies.dropSession();
    visit.passing.end();
    const kind = await visit.ask(whoLeaves).then(
      ({ me }) => me.kind,
      (error: unknown) => {
        if (error instanceof ApiTrouble && error.code === 'UNAUTHENTICATED') return null;
        throw error;
      },
    );
    if (kind !== null) await visit.ask(signOut, { everywhere: sent.data?.everywhere === 'yes' });
    const endUrl = kind === 'staff' ? await this.staff?.endUrl().catch(() => null) : null;
    return endUrl ? visit.onward(endUrl, visit.say('signOut.onward')) : visit.go('/signed-out');
  }
}
