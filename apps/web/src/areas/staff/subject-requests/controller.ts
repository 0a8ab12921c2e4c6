// Requests for what is held about a person, by the day they are due. One is received from a person's page.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { doneNotice, queryOf } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffRequests } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('subject-requests')
export class SubjectRequestsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, subjectRequests } = await page.askWithin(view.area, StaffRequests, {
      after: queryOf(page).get('after'),
    });
    if (!isFor(['coordinator', 'manager', 'safeguardingLead'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, day, due } = speaker;
    const { edges, pageInfo } = subjectRequests;
    const reviews = isFor(['manager', 'safeguardingLead'], me.roles);
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      tables: [
        {
          caption: say('title'),
          quiet: true,
          columns: [{ text: say('received') }, { text: say('due') }, { text: say('answered') }, { text: say('next') }],
          rows: edges.map(({ node }) => [
            { text: day(node.receivedOn) },
            {
              text: day(node.dueOn),
              ...(node.answeredAt === null && { more: due(node.dueOn) }),
              ...(node.overdue && { tag: { word: say('late'), kind: 'danger', shape: 'clock' } }),
            },
            node.answeredAt === null
              ? { text: say('notYet') }
              : { text: day(node.answeredAt), more: node.answeredBy?.name ?? '' },
            reviews
              ? { text: say('review'), href: `/subject-requests/${node.id}`, says: day(node.receivedOn) }
              : { text: '' },
          ]),
          empty: say('none'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/subject-requests?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    };
    return page.show(view, lists);
  }
}
