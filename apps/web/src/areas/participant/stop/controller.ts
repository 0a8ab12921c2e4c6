// Stop or pause: one page, and then it is done. The page asks nothing of the API, so that it stands where nothing else does.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { form } from './form.js';
import { StopOwnPart } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page/stop')
export class StopPage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show(view, { part: 'ask', key: randomUUID() });
  }

  /** The answer is the last page: reloading it sends the same key, which happens once. */
  @Post()
  async stop(@Res() { page }: PageReply) {
    const { key, how } = page.readOwnForm(form);
    const { stopOwnPart } = await page.ask(StopOwnPart, { key, how });
    const { longDay, time } = page.speaker(view);
    const { done, at, askedAgainOn } = stopOwnPart;
    return page.show(view, {
      part: done ? how : 'failed',
      when: time(at),
      on: askedAgainOn && longDay(askedAgainOn),
    });
  }
}
