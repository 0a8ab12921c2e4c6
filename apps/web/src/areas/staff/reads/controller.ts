// The reads behind one row of unusual reading, latest first.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { accountable } from '../case/head.js';
import { queryOf } from '../done.js';
import { lastDays } from '../periods.js';
import { StaffReads, type StaffReadsQueryVariables } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

const DAYS = 31;

@Controller('reading/:reason/:staffId')
export class ReadsPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param() { reason, staffId }: { reason: string; staffId: string }) {
    const speaker = page.speaker(view);
    if (!namesOf('unusualReasons').includes(reason)) throw new HttpProblem(404);
    const asked = { reason: reason as StaffReadsQueryVariables['reason'], staffId, ...lastDays(speaker.now, DAYS) };
    const { me, unusualReads } = await page
      .askWithin(view.area, StaffReads, { ...asked, after: queryOf(page).get('after') })
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'INVALID') throw new HttpProblem(404);
        throw error;
      });
    if (!isFor(accountable, me.roles)) throw new HttpProblem(404);
    const { say, name, moment } = speaker;
    const { edges, pageInfo } = unusualReads;
    return page.show(view, {
      heading: say('title', { reason: name('unusualReasons', reason) }),
      lead: edges[0]?.node.by.name ?? '',
      tables: [
        {
          caption: say('reads'),
          quiet: true,
          columns: [{ text: say('when') }, { text: say('which') }, { text: say('why') }, { text: say('how') }],
          rows: edges.map(({ node }) => [
            { text: moment(node.at) },
            node.caseId === null
              ? { text: say('several', { count: node.cases }) }
              : { text: say('open'), href: caseAddress(node.caseId), says: moment(node.at) },
            { text: name('readPurposes', node.purpose) },
            { text: name('readKinds', node.kind), more: node.operation, lang: 'en' },
          ]),
          empty: say('none'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/reading/${reason}/${staffId}?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    });
  }
}
