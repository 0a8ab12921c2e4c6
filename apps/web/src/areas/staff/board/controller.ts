// The board: where cases wait, the longest first, and how many stand where; each number opens its list.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { listAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { byStage, saysOf, stuck, waitsFor } from './board.js';
import { StaffBoard } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('board')
export class BoardPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { measures, service } = await page.askWithin(view.area, StaffBoard);
    if (!measures) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say } = speaker;
    return page.show(view, {
      lead: say('lead', {
        service: service?.name ?? '',
        day: speaker.longDay(speaker.now),
        count: measures.openCases.count,
      }),
      stuck: stuck(measures, speaker),
      numbers: [
        { count: measures.openCases.count, text: say('open'), href: listAddress(measures.openCases.list) },
        { count: measures.unassigned.count, text: say('unassigned'), href: '/allocation' },
        ...byStage(measures, speaker),
      ],
      stageSays: saysOf(measures, 'stages'),
      figures: [waitsFor(measures, false, speaker), waitsFor(measures, true, speaker)],
      more: [
        { text: say('allocation'), href: '/allocation' },
        { text: say('loads'), href: '/loads' },
        { text: say('funnel'), href: '/funnel' },
        { text: say('service'), href: '/service' },
      ],
    });
  }
}
