// What each facilitator carries, and whose registration or supervision runs out.
import { Controller, Get, Res } from '@nestjs/common';
import type { Cell } from '../../../kit/table/table.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { listAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import type { ListsModel } from '../lists.js';
import { StaffLoads } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('loads')
export class LoadsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { measures } = await page.askWithin(view.area, StaffLoads);
    if (!measures) throw new HttpProblem(404);
    const { say, name, day, due } = page.speaker(view);
    const late = { word: say('late'), kind: 'danger', shape: 'clock' } as const;
    /** A day that is to be kept; what is not known is said, and never looks like nothing to do. */
    const runsOut = (on: string | null, over: boolean | null): Cell =>
      on === null ? { text: say('notKnown') } : { text: day(on), more: due(on), ...(over && { tag: late }) };
    const lists: ListsModel = {
      heading: say('title'),
      lead: measures.definitions.find(({ measure }) => measure === 'workload')?.says ?? '',
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [
            { text: say('who') },
            { text: say('level') },
            { text: say('points') },
            { text: say('cases'), number: true },
            { text: say('sensitive'), number: true },
            { text: say('supervision') },
            { text: say('registration') },
          ],
          rows: measures.workloads.map((one) => [
            { text: one.facilitator.name ?? say('unnamed') },
            { text: one.level === null ? say('notKnown') : name('levels', one.level) },
            {
              text: one.limit === null ? String(one.points) : say('of', { points: one.points, limit: one.limit }),
              ...(one.overLimit && { tag: { word: say('over'), kind: 'warn', shape: 'warn' } }),
            },
            { text: String(one.openCases), href: listAddress(one.list), says: one.facilitator.name ?? '' },
            { text: String(one.sensitiveCases) },
            runsOut(one.supervisionDue, one.supervisionOverdue),
            runsOut(one.registeredUntil, one.registrationOverdue),
          ]),
          empty: say('none'),
        },
      ],
    };
    return page.show(view, lists);
  }
}
