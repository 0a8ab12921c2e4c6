// Allocation: cases without a lead, each with who could take it and why the others could not; asking is a form of the case.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { StaffAllocation } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('allocation')
export class AllocationPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const after = new URLSearchParams(page.request.url.split('?')[1] ?? '').get('after');
    const { measures } = await page.askWithin(view.area, StaffAllocation, { after });
    if (!measures) throw new HttpProblem(404);
    const { say, name, since } = page.speaker(view);
    const loads = new Map(measures.workloads.map((one) => [one.facilitator.id, one]));
    const { edges, pageInfo } = measures.unassignedCases;
    return page.show(view, {
      cases: edges.map(({ node: { case: found, sensitive, candidates } }) => ({
        id: `case-${found.id}`,
        reference: found.reference,
        href: caseAddress(found.id),
        stage: name('stages', found.stage),
        since: since(found.openedAt),
        sensitive,
        could: candidates
          .filter(({ could }) => could)
          .map(({ facilitator, declarationDue }) => {
            const load = loads.get(facilitator.id);
            const limit = load?.limit ?? null;
            return {
              name: facilitator.name ?? say('unnamed'),
              load: say(limit === null ? 'loadOnly' : 'load', { points: load?.points ?? 0, limit: limit ?? 0 }),
              width:
                limit === null || limit === 0 ? null : Math.min(100, Math.round((100 * (load?.points ?? 0)) / limit)),
              note: declarationDue ? say('declares') : '',
            };
          }),
        couldNot: candidates
          .filter(({ could }) => !could)
          .map(({ facilitator, reasons }) => ({
            name: facilitator.name ?? say('unnamed'),
            reasons: reasons.map(({ words }) => words),
          })),
        ask: { text: say('ask'), href: formAddress(found.id, 'ask-facilitator') },
        assign: { text: say('assign'), href: formAddress(found.id, 'assign-facilitator') },
      })),
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/allocation?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    });
  }
}
