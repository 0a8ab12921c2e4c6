// Messages: what the service has told me, and what somebody let me know through it, the latest first.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { ParticipantMessages } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page/messages')
export class MessagesPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { myCases } = await page.askWithin(view.area, ParticipantMessages);
    const { longDay } = page.speaker(view);
    const rows = myCases
      .flatMap(({ messages, released }) => [
        ...messages,
        ...released.map(({ on, words, name }) => ({ on, words: name === null ? words : `${words}: ${name}` })),
      ])
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .map(({ on, words }) => ({ day: longDay(on), words }));
    return page.show(view, { rows });
  }
}
