// The overview of a case: the neutral screen, from which everything else is reached.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice } from '../done.js';
import { timelineOf } from '../timeline-items.js';
import { caseHead } from './head.js';
import { comingNext, daysToKeep, glance, holdsOf, messagesOf, namesIn, sidesOf, tasksOf } from './overview.js';
import { StaffCase } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId')
export class CasePage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    const { me, case: found } = await page.askWithin(staffArea, StaffCase, { id });
    if (!found) throw new HttpProblem(404);
    if (found.participants === null) return page.go(caseAddress(id, 'asked'));
    const speaker = page.speaker(view);
    const entries = (found.journal?.edges ?? []).map(({ node }) => node);
    return page.show(view, {
      head: caseHead(found, 'overview', speaker, me.roles),
      done: doneNotice(page, speaker),
      holds: holdsOf(found, speaker),
      next: comingNext(found, speaker),
      sides: sidesOf(found, speaker),
      glance: glance(found, me.id, speaker),
      days: daysToKeep(found, speaker),
      tasks: tasksOf(found, speaker),
      messages: messagesOf(found, speaker),
      timeline: timelineOf(entries, namesIn(found, speaker), me.id, speaker),
      timelineAt: `/cases/${id}/timeline`,
      concernAt: formAddress(id, 'raise-concern'),
      reference: found.reference,
    });
  }
}
