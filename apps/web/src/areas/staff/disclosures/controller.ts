// The register of disclosures: what was shared by consent, and what law or danger required. One is recorded from a person's page.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice, queryOf } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffDisclosures } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('disclosures')
export class DisclosuresPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, disclosures } = await page.askWithin(view.area, StaffDisclosures, {
      after: queryOf(page).get('after'),
    });
    if (!isFor(['coordinator', 'manager', 'safeguardingLead'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const { edges, pageInfo } = disclosures;
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [
            { text: say('day') },
            { text: say('to') },
            { text: say('ground') },
            { text: say('what') },
            { text: say('told') },
            { text: say('which') },
          ],
          rows: edges.map(({ node }) => [
            { text: day(node.on), more: node.by.name ?? '' },
            { text: node.organisation },
            { text: name('DisclosureGround', node.ground) },
            { text: node.what ?? say('notShown') },
            { text: node.told === null ? say('notKnown') : say(node.told ? 'yes' : 'no') },
            { text: say('open'), href: caseAddress(node.caseId), says: `${node.organisation}, ${day(node.on)}` },
          ]),
          empty: say('none'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/disclosures?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    };
    return page.show(view, lists);
  }
}
