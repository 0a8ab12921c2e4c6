// A person's own page: what they are asked now first of all, where they are, who works with them, and what is theirs to see.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { askNow, pathOf, updateOf, ways } from './models.js';
import { ParticipantHome } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page')
export class ParticipantHomePage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { myCases } = await page.askWithin(view.area, ParticipantHome);
    const speak = page.speaker(view);
    const parts = myCases.map((part) => ({
      ask: askNow(part, speak),
      path: pathOf(part, speak),
      person: part.contact?.name ?? null,
      update: updateOf(part, speak),
      ways: ways(part, speak),
    }));
    return page.show(view, { parts });
  }
}
