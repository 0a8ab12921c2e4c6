// Asked to take a case (R42): the names to check against, without side or offence, and the declaration in one step.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Operation } from '../../../api/operation.js';
import { answerCommand, newCommand, type CommandAnswer } from '../../../server/answer-command.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { commands } from '../../commands/commands.generated.js';
import { staffArea } from '../area.js';
import { form } from './form.js';
import { StaffAsked } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

const declareConflict: Operation<{ readonly answer: CommandAnswer }, Record<string, unknown>> = {
  operationName: 'declareConflict',
  sha256: commands.declareConflict.sha256,
};

@Controller('cases/:caseId/asked')
export class AskedPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    return page.show(view, { ...(await asked(page, id)), command: newCommand(), typed: {} });
  }

  @Post()
  send(@Res() { page }: PageReply, @Param('caseId') id: string) {
    return answerCommand(page, {
      view,
      form,
      data: () => asked(page, id),
      send: async ({ connected, me }, name) => {
        const event = { staffId: me, connected: connected === 'yes' };
        return (await page.ask(declareConflict, { command: { caseId: id, ...name }, event })).answer;
      },
      goTo: () => '/today',
    });
  }
}

/** What is shown; a case that is not to be declared about looks like one that is not there. */
async function asked(page: PageContext, id: string) {
  const { me, case: found } = await page.askWithin(staffArea, StaffAsked, { id });
  if (!found || found.declaration === 'notNeeded') throw new HttpProblem(404);
  const { reference, declaration, namesToCheck } = found;
  return {
    me: me.id,
    reference,
    awaited: declaration === 'awaited',
    names: namesToCheck ?? [],
    action: `/cases/${id}/asked`,
  };
}
