// The statechart of a case: each process on the picture of the machine, its present state marked, and the same as text.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { caseHead } from '../case/head.js';
import { chartOf } from './charts.js';
import { StaffChart } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId/chart')
export class ChartPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    const { me, case: found } = await page.askWithin(staffArea, StaffChart, { id });
    if (!found?.processes) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    return page.show(view, {
      head: caseHead(found, 'chart', speaker, me.roles),
      reference: found.reference,
      charts: found.processes.map((process, at) => chartOf(process, at, speaker)),
      concernAt: formAddress(id, 'raise-concern'),
    });
  }
}
