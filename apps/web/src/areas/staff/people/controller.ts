// People here: roles, level, languages, training, leave, and what each carries; a manager hands a whole caseload over.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import type { TableModel } from '../../../kit/table/table.js';
import { staffArea } from '../area.js';
import { queryOf } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffPeople } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('people')
export class PeoplePage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, staff } = await page.askWithin(view.area, StaffPeople);
    if (!isFor(['coordinator', 'manager', 'safeguardingLead'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const mayHandOver = isFor(['coordinator', 'manager'], me.roles);
    const known = (on: string | null) => (on === null ? say('notKnown') : day(on));
    const table = (active: boolean): TableModel => ({
      caption: say(active ? 'here' : 'gone'),
      columns: [
        { text: say('who') },
        { text: say('roles') },
        { text: say('skills') },
        { text: say('leave') },
        { text: say('registered') },
        { text: say('cases') },
        { text: say('next') },
      ],
      rows: staff
        .filter((one) => one.active === active)
        .map((one) => [
          { text: one.name ?? say('unnamed') },
          {
            text: one.roles.map((role) => name('staffRoles', role)).join(', '),
            more: one.level === null ? '' : name('levels', one.level),
          },
          { text: one.languages.join(', ') || say('notKnown'), more: one.training.join(', ') },
          {
            text: one.availability ?? say('notKnown'),
            more: one.backOn === null ? '' : say('back', { day: day(one.backOn) }),
          },
          { text: known(one.registeredUntil), more: say('supervised', { day: known(one.lastSupervision) }) },
          {
            text: say('carries', { cases: one.openCases, points: one.points }),
            more: one.caseloadLimit === null ? say('noLimit') : say('limit', { limit: one.caseloadLimit }),
          },
          mayHandOver && one.openCases > 0
            ? { text: say('handOver'), href: `/people/${one.id}/hand-over`, says: one.name ?? '' }
            : { text: '' },
        ]),
      empty: say(active ? 'nobody' : 'nobodyGone'),
    });
    const handed = Number(queryOf(page).get('handed') ?? Number.NaN);
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: Number.isInteger(handed) ? { kind: 'good', shape: 'check', what: say('handed', { count: handed }) } : null,
      tables: [table(true), ...(staff.every(({ active }) => active) ? [] : [table(false)])],
    };
    return page.show(view, lists);
  }
}
