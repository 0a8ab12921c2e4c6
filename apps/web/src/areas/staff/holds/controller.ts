// Legal holds: what is held, why, by whom; those that stand first. One is placed from a person's page.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { actAddress, caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { accountable } from '../case/head.js';
import { doneNotice, queryOf } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffHolds } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('holds')
export class HoldsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, legalHolds } = await page.askWithin(view.area, StaffHolds, { after: queryOf(page).get('after') });
    if (!isFor(accountable, me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const { edges, pageInfo } = legalHolds;
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [{ text: say('what') }, { text: say('why') }, { text: say('placed') }, { text: say('lifted') }],
          rows: edges.map(({ node }) => [
            node.caseId !== null
              ? { text: say('ofCase'), href: caseAddress(node.caseId), says: day(node.placedAt) }
              : { text: node.class === null ? say('ofPerson') : name('RecordClassName', node.class) },
            { text: node.reason ?? say('erased') },
            { text: day(node.placedAt), more: node.placedBy.name ?? '' },
            node.liftedAt === null
              ? { text: say('lift'), href: actAddress('lift-legal-hold', node.id), says: day(node.placedAt) }
              : { text: day(node.liftedAt), more: [node.liftedBy?.name, node.liftReason].filter(Boolean).join(': ') },
          ]),
          empty: say('none'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/holds?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    };
    return page.show(view, lists);
  }
}
