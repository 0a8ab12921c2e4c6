// Staying signed in: asking anything extends a session, and the page that asked is told until when.
import { Controller, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { Stay } from './page.generated.js';

@Controller('stay')
export class StayPage {
  /** "1800000 15:40": how many milliseconds are left, and the time in words. Without a script it leads to the first page. */
  @Post()
  async stay(@Res() { page }: PageReply) {
    await page.ask(Stay);
    const session = page.session();
    if (session === null || page.request.headers['sec-fetch-dest'] === 'document') return page.go('/');
    return page.sentence(`${session.left} ${session.until}`);
  }
}
