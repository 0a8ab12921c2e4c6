// Emergencies to take note of: who opened which case, why, when, and until when; then those that were noted.
import { Controller, Get, Res } from '@nestjs/common';
import type { TableModel } from '../../../kit/table/table.js';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { actAddress, caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { accountable } from '../case/head.js';
import { doneNotice, queryOf } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffEmergencies, type StaffEmergenciesQuery } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

type Opened = StaffEmergenciesQuery['waiting']['edges'][number]['node'];

@Controller('emergencies')
export class EmergenciesPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const after = queryOf(page).get('after');
    const { me, waiting, noted } = await page.askWithin(view.area, StaffEmergencies, { after });
    if (!isFor(accountable, me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, moment, day } = speaker;
    const row = (one: Opened, last: TableModel['rows'][number][number]) => [
      { text: one.openedBy.name ?? say('unnamed') },
      { text: say('case'), href: caseAddress(one.caseId), says: one.openedBy.name ?? '' },
      { text: moment(one.openedAt), more: say('until', { when: moment(one.endedAt ?? one.until) }) },
      { text: one.reason ?? say('erased') },
      last,
    ];
    const columns = (last: string) => [
      { text: say('who') },
      { text: say('which') },
      { text: say('when') },
      { text: say('why') },
      { text: last },
    ];
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      tables: [
        {
          caption: say('waiting'),
          columns: columns(say('next')),
          rows: waiting.edges.map(({ node }) =>
            row(
              node,
              node.openedBy.id === me.id
                ? { text: say('another') }
                : {
                    text: say('note'),
                    href: actAddress('acknowledge-emergency', node.id),
                    says: node.openedBy.name ?? '',
                  },
            ),
          ),
          empty: say('none'),
        },
        {
          caption: say('noted'),
          columns: columns(say('notedBy')),
          rows: noted.edges.map(({ node }) =>
            row(node, {
              text: node.acknowledgedBy?.name ?? '',
              more: node.acknowledgedAt === null ? '' : day(node.acknowledgedAt),
            }),
          ),
          empty: say('noneNoted'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(noted.pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/emergencies?after=${noted.pageInfo.endCursor ?? ''}` },
        }),
      },
    };
    return page.show(view, lists);
  }
}
