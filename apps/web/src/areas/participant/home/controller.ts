// The quiet page of a participant who is signed in: where their own part stands, and nothing about other people.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { ParticipantHome } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page')
export class ParticipantHomePage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { myCases } = await page.askWithin(view.area, ParticipantHome);
    return page.show(view, { myCases });
  }
}
