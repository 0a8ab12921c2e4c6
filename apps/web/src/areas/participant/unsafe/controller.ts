// I do not feel safe: one step. The safeguarding lead has it at once, and the page says what happens next, and by when.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { form } from './form.js';
import { SayNotSafe } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page/unsafe')
export class NotSafePage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show(view, { part: 'ask', key: randomUUID() });
  }

  @Post()
  async send(@Res() { page }: PageReply) {
    const { key, text } = page.readOwnForm(form);
    const { sayNotSafe } = await page.ask(SayNotSafe, { key, text });
    return page.show(view, {
      part: sayNotSafe.done ? 'heard' : 'failed',
      when: page.speaker(view).time(sayNotSafe.at),
    });
  }
}
