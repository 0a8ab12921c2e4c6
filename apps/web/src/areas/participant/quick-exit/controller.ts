// Leaving at once (R15), and what to know before it is needed. Leaving waits for nothing: the cookies go now, the sessions after them.
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOOK } from '../../../ports.js';
import type { Look } from '../../../look/look.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { ReferPage } from '../../public/refer/controller.js';
import { leavingArea } from '../area.js';
import { QuickExit } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, leavingArea, { en, cy });

/** Where the interruption before first use leads on to. */
const onward: Readonly<Record<string, string>> = { start: '/start', refer: '/refer' };

@Controller()
export class QuickExitPage {
  constructor(@Inject(LOOK) private readonly look: Look) {}

  @Get('leaving')
  show(@Res() { page }: PageReply) {
    return page.show(view, { goOn: page.cookies.session() === null ? '/' : '/your-page', isFirst: false });
  }

  /** Before first use: what leaving does and cannot do, said once, before there is anything to hide. */
  @Get('before/:where')
  before(@Res() { page }: PageReply, @Param('where') where: string) {
    page.cookies.keepTold();
    return page.show(view, { goOn: onward[where] ?? '/', isFirst: true });
  }

  /** The link leads here, and the script asks it while the other page is on its way. A browser that only looks ahead leaves nothing. */
  @Get('leave')
  leave(@Res() reply: FastifyReply & PageReply, @Req() { headers }: FastifyRequest) {
    const ahead = headers['sec-purpose'] ?? headers['purpose'];
    if (typeof ahead === 'string' && ahead.includes('prefetch')) return reply.code(204).send();
    const { page } = reply;
    void endSessions(page).catch(() => undefined); // they may have ended by themselves
    page.cookies.dropSession();
    page.flowState.clear();
    return reply.header('clear-site-data', '"cache", "cookies", "storage"').redirect(this.look.leaveTo, 303);
  }
}

async function endSessions(page: PageContext): Promise<void> {
  await Promise.all([page.cookies.session() === null ? null : page.ask(QuickExit), ReferPage.leave(page)]);
}
