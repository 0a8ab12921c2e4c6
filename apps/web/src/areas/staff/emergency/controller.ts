// A case that is not the reader's own is opened in an emergency: with a reason, to be read and no more, and managers hear of it at once.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import { answerForm } from '../../../server/answer-form.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { ending, form } from './form.js';
import { EndEmergency, OpenInEmergency, StaffEmergency } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('emergency')
export class EmergencyPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    await page.askWithin(view.area, StaffEmergency);
    return page.show(view);
  }

  @Post()
  async open(@Res() { page }: PageReply) {
    await page.askWithin(view.area, StaffEmergency);
    return answerForm(
      page,
      view,
      form,
      async ({ case: said, reason }) => {
        try {
          const { openInEmergency } = await page.ask(OpenInEmergency, { case: said, reason });
          if (openInEmergency) return { goTo: caseAddress(openInEmergency.caseId) };
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          if (error.code === 'INVALID') return { field: 'case', problem: 'seen' };
          if (error.code === 'TOO_MANY') return { field: 'case', problem: 'tooOften' };
          if (error.code !== 'NOT_FOUND') throw error;
        }
        return { field: 'case', problem: 'notThere' };
      },
      { typed: page.request.body },
    );
  }

  @Post('end')
  async end(@Res() { page }: PageReply) {
    const { emergency } = page.readOwnForm(ending);
    await page.ask(EndEmergency, { id: emergency });
    return page.go('/today');
  }
}
