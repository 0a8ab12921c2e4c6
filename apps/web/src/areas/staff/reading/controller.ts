// Unusual reading: who, by which definition, how much. Unusual is not wrong: it is worth a question.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { accountable } from '../case/head.js';
import { lastDays } from '../periods.js';
import { StaffReading } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

/** As many days as a manager looks back. */
const DAYS = 31;

@Controller('reading')
export class ReadingPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const speaker = page.speaker(view);
    const period = lastDays(speaker.now, DAYS);
    const { me, unusualReading } = await page.askWithin(view.area, StaffReading, period);
    if (!isFor(accountable, me.roles)) throw new HttpProblem(404);
    const { say, name, day } = speaker;
    return page.show(view, {
      heading: say('title'),
      lead: say('lead', { from: day(period.from), to: day(period.to) }),
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [
            { text: say('who') },
            { text: say('what') },
            { text: say('reads'), number: true },
            { text: say('cases'), number: true },
            { text: say('days'), number: true },
            { text: say('when') },
          ],
          rows: unusualReading.map((one) => [
            { text: one.who.name ?? say('unnamed') },
            { text: name('unusualReasons', one.reason), more: one.says, lang: 'en' },
            {
              text: String(one.reads),
              href: `/reading/${one.reason}/${one.who.id}`,
              says: `${one.who.name ?? ''}, ${name('unusualReasons', one.reason)}`,
            },
            { text: String(one.cases) },
            { text: String(one.days) },
            { text: day(one.lastAt), more: say('first', { day: day(one.firstAt) }) },
          ]),
          empty: say('none'),
        },
      ],
    });
  }
}
