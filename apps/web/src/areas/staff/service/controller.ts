// The service: the way to its people, its texts, its agreements, what it keeps, and who asks for what is held about them.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { StaffService } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

type Own = keyof typeof en;
const everybody = ['coordinator', 'manager', 'safeguardingLead'];

/** Where each link leads, and for whom it is: by group. */
const groups: readonly (readonly [Own, readonly (readonly [Own, string, readonly string[]])[]])[] = [
  [
    'work',
    [
      ['tasks', '/tasks', everybody],
      ['referrals', '/referrals', ['coordinator', 'manager']],
      ['allocation', '/allocation', everybody],
      ['duplicates', '/duplicates', everybody],
      ['loads', '/loads', everybody],
      ['funnel', '/funnel', everybody],
    ],
  ],
  [
    'looking',
    [
      ['emergencies', '/emergencies', ['manager', 'safeguardingLead']],
      ['reading', '/reading', ['manager', 'safeguardingLead']],
    ],
  ],
  [
    'people',
    [
      ['staff', '/people', everybody],
      ['settings', '/settings', everybody],
      ['texts', '/consent-texts', everybody],
    ],
  ],
  [
    'rights',
    [
      ['requests', '/subject-requests', everybody],
      ['disclosures', '/disclosures', everybody],
      ['organisations', '/organisations', everybody],
      ['retention', '/retention', ['manager']],
      ['holds', '/holds', ['manager', 'safeguardingLead']],
    ],
  ],
];

@Controller('service')
export class ServicePage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, service } = await page.askWithin(view.area, StaffService);
    if (!service || !isFor(everybody, me.roles)) throw new HttpProblem(404);
    const { say, day } = page.speaker(view);
    return page.show(view, {
      name: service.name,
      groups: groups.flatMap(([title, links]) => {
        const shown = links.filter(([, , to]) => isFor(to, me.roles));
        if (shown.length === 0) return [];
        return [{ id: title, title: say(title), links: shown.map(([text, href]) => ({ text: say(text), href })) }];
      }),
      areas: {
        caption: say('areas'),
        columns: [{ text: say('area') }, { text: say('commissioner') }, { text: say('from') }, { text: say('until') }],
        rows: service.areas.map((area) => [
          { text: area.name },
          { text: area.commissioner },
          { text: day(area.from) },
          { text: area.until === null ? say('noEnd') : day(area.until) },
        ]),
        empty: say('noAreas'),
      },
    });
  }
}
