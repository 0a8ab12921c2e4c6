// Settings: each number in force with its default, what it is for and why the default is what it is.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import type { ListsModel } from '../lists.js';
import { StaffSettings } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('settings')
export class SettingsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, service } = await page.askWithin(view.area, StaffSettings);
    if (!service || !isFor(['coordinator', 'manager', 'safeguardingLead'], me.roles)) throw new HttpProblem(404);
    const { say, name } = page.speaker(view);
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [
            { text: say('what') },
            { text: say('value'), number: true },
            { text: say('default'), number: true },
            { text: say('why') },
          ],
          rows: service.settings.map((one) => [
            { text: name('settings', one.name) },
            {
              text: String(one.value),
              ...(one.own && { tag: { word: say('own'), kind: 'good', shape: 'check' } }),
            },
            { text: String(one.default) },
            { text: name('settingReasons', one.name) },
          ]),
          empty: say('none'),
        },
      ],
    };
    return page.show(view, lists);
  }
}
