// The list of cases behind a figure; the address names the figure, and nothing else.
import { Controller, Get, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import { caseCell } from '../../../kit/table/table.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, listAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { StaffList } from './page.generated.js';
import { measureOf, titleOf } from './title.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('figures/list')
export class ListPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const query = new URLSearchParams(page.request.url.split('?')[1] ?? '');
    const [name, after] = [query.get('name') ?? '', query.get('after')];
    const { measures } = await page.askWithin(view.area, StaffList, { name, after }).catch((error: unknown) => {
      if (error instanceof ApiError && (error.code === 'NOT_FOUND' || error.code === 'INVALID'))
        throw new HttpProblem(404);
      throw error;
    });
    if (!measures) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, day } = speaker;
    const { edges, pageInfo } = measures.cases;
    const definition = measures.definitions.find(({ measure }) => measure === measureOf(name));
    return page.show(view, {
      heading: titleOf(name, speaker),
      says: definition?.says ?? null,
      table: {
        caption: titleOf(name, speaker),
        quiet: true,
        columns: [
          { text: say('case') },
          { text: say('stage') },
          { text: say('lead') },
          { text: say('opened') },
          { text: say('closed') },
        ],
        rows: edges.map(({ node }) => [
          caseCell(node.reference, caseAddress(node.id)),
          { text: speaker.name(node.step === null ? 'stages' : 'conferenceSteps', node.step ?? node.stage) },
          { text: node.lead?.name ?? say('nobody') },
          { text: day(node.openedAt) },
          { text: node.closedAt === null ? '' : day(node.closedAt) },
        ]),
        empty: say('none'),
      },
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `${listAddress(name)}&after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    });
  }
}
