// Staff come back from the provider. The one GET that acts: it takes an answer that only the browser which asked can give, once.
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Visited, Visit } from '../../../server/page-context.js';
import { STAFF_SIGN_IN } from '../../../ports.js';
import { NotFinished, type StaffSignIn } from '../provider.js';
import { leave } from '../../public/quick-exit/questions.js';
import { signIn } from './questions.js';

@Controller('sign-in/callback')
export class SignInCallback {
  constructor(@Inject(STAFF_SIGN_IN) private readonly staff: StaffSignIn | null) {}

  @Get()
  async finish(@Res() { visit }: Visited) {
    const begun = visit.passing.read('signIn');
    visit.passing.end();
    if (this.staff === null || begun === null) return failed(visit, 'expired');
    const query = visit.request.url.split('?')[1] ?? '';
    const idToken = await this.staff.finish(query, begun).catch((error: unknown) => {
      if (error instanceof NotFinished) return null;
      throw error;
    });
    if (idToken === null) return failed(visit, 'expired');
    const { signInStaff: answer } = await visit.ask(signIn, { idToken }, null);
    if (answer.__typename === 'SignInRefused') return failed(visit, 'refused');
    const before = visit.cookies.session();
    if (before !== null) await visit.ask(leave).catch(() => undefined); // it may have ended by itself
    visit.cookies.keepSession(answer.token);
    return visit.onward('/me', visit.say('signIn.back'));
  }
}

const failed = (visit: Visit, why: 'expired' | 'refused') => visit.show('sign-in/staff-callback', { why }, 403);
