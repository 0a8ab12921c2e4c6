// Possible duplicates side by side, with reasons: merged, kept apart, or a merge taken back. Nothing is merged by itself.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { isFor } from '../../../server/area.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { actAddress, caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice, madeBy, queryOf } from '../done.js';
import { StaffDuplicates } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('duplicates')
export class DuplicatesPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const after = queryOf(page).get('after');
    const { me, personSuggestions } = await page.askWithin(view.area, StaffDuplicates, { after });
    if (!isFor(['coordinator', 'manager', 'safeguardingLead'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, since } = speaker;
    const merged = madeBy(page, 'merge-persons');
    const { edges, pageInfo } = personSuggestions;
    return page.show(view, {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      deeds: merged === null ? [] : [{ text: say('undo'), href: actAddress('undo-merge', merged) }],
      tables: [],
      pairs: edges.map(({ node }, at) => ({
        id: `pair-${at + 1}`,
        title: say('pair', { score: node.score }),
        since: since(node.foundAt),
        across: node.acrossSides,
        persons: node.persons.map((person) => ({
          name: person.name ?? say('unnamed'),
          cases: person.cases.map(({ caseId, reference, role }) => ({
            reference,
            href: caseAddress(caseId),
            role: name('roles', role),
          })),
        })),
        reasons: node.reasons.map(({ says, points }) => ({ says, against: points < 0 })),
        merge: actAddress('merge-persons', node.id),
        apart: actAddress('dismiss-suggestion', node.id),
      })),
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/duplicates?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    });
  }
}
