// Today: what needs me, why now, since when and for how many working days, each leading to the very page.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { doneNotice } from '../done.js';
import { openCases } from '../open-cases.js';
import { begun } from './begun.js';
import { StaffToday } from './page.generated.js';
import { todayOf } from './rows.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('today')
export class TodayPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const answer = await page.askWithin(staffArea, StaffToday, openCases);
    const speaker = page.speaker(view);
    const today = todayOf(answer, speaker);
    const lead = { day: speaker.longDay(speaker.now), safety: today.safety, due: today.due };
    return page.show(view, {
      done: doneNotice(page, speaker),
      drafts: begun(answer.drafts, speaker),
      lead: speaker.say('lead', lead),
      ...today,
      quiet: today.groups.every(({ rows }) => rows.length === 0),
    });
  }
}
