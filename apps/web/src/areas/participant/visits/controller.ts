// My visits: each that is going on, on whatever device, with a button that ends it; and each that somebody helped me to begin.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { EndVisit, ParticipantVisits } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });
const form = z.object({ visit: z.uuid() });

@Controller('your-page/visits')
export class VisitsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me } = await page.askWithin(view.area, ParticipantVisits);
    const { moment } = page.speaker(view);
    const visits = me.sessions.map(({ id, beganAt, lastSeenAt, current }) => ({
      id,
      current,
      began: moment(beganAt),
      seen: moment(lastSeenAt),
    }));
    return page.show(view, { visits, helped: me.assistedSignIns.map(({ at }) => moment(at)) });
  }

  @Post()
  async end(@Res() { page }: PageReply) {
    const { visit } = page.readOwnForm(form);
    await page.ask(EndVisit, { sessionId: visit });
    return page.go('/your-page/visits');
  }
}
