// The risk picture of a case: versions side by side with their sources and days, what is stopped, and what this reader may decide.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { caseHead } from '../case/head.js';
import { StaffRisk } from './page.generated.js';
import { decisionsOf, learnt, signOffsOf, versionsOf } from './picture.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId/risk')
export class RiskPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    const { me, case: found } = await page.askWithin(view.area, StaffRisk, { id });
    // For those on the case and for the safeguarding lead: to all others it is not there (R39).
    if (!found?.riskHistory) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name } = speaker;
    return page.show(view, {
      head: caseHead(found, 'risk', speaker, me.roles),
      reference: found.reference,
      flags: (found.flags ?? []).map((flag) => ({ word: name('riskFlags', flag), kind: 'warn', shape: 'flag' })),
      persons: versionsOf(found, speaker),
      decisions: decisionsOf(found, speaker),
      signOffs: {
        caption: say('signOffs'),
        columns: [{ text: say('checkpoint') }, { text: say('state') }, { text: say('signed') }, { text: say('lasts') }],
        rows: signOffsOf(found, speaker),
        empty: say('noSignOffs'),
      },
      timeline: learnt(found, me.id, speaker),
    });
  }
}
