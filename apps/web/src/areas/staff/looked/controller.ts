// Who looked at a case: who, when, why they may, and in what way.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { accountable, caseHead } from '../case/head.js';
import { StaffLooked } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId/looked')
export class LookedPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    const after = new URLSearchParams(page.request.url.split('?')[1] ?? '').get('after');
    const { me, case: found, whoLooked } = await page.askWithin(view.area, StaffLooked, { id, after });
    if (!found?.processes || !isFor(accountable, me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, moment } = speaker;
    return page.show(view, {
      head: caseHead(found, 'looked', speaker, me.roles),
      reference: found.reference,
      table: {
        caption: say('heading'),
        quiet: true,
        columns: [{ text: say('who') }, { text: say('when') }, { text: say('why') }, { text: say('how') }],
        rows: whoLooked.edges.map(({ node }) => [
          {
            text: node.by.id === me.id ? say('you') : (node.by.name ?? node.by.id),
            ...(node.assistedBy && { more: say('assisted', { who: node.assistedBy.name ?? '' }) }),
          },
          { text: moment(node.at) },
          { text: name('readPurposes', node.purpose) },
          { text: name('readKinds', node.kind), more: node.operation, lang: 'en' },
        ]),
        empty: say('none'),
      },
      pagination: {
        label: say('pages'),
        ...(whoLooked.pageInfo.hasNextPage && {
          next: {
            text: say('following'),
            href: `${caseAddress(id, 'looked')}?after=${whoLooked.pageInfo.endCursor ?? ''}`,
          },
        }),
      },
    });
  }
}
