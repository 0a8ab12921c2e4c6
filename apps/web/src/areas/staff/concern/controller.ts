// A concern raised in one step from any page for staff: the case is chosen in the form, and nothing is looked at first.
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Operation } from '../../../api/operation.js';
import { answerCommand, newCommand, type CommandAnswer } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { commands } from '../../commands/commands.generated.js';
import { caseAddress, withDone } from '../addresses.js';
import { staffArea } from '../area.js';
import { form } from './form.js';
import { StaffConcern } from './page.generated.js';
import { openCases } from '../open-cases.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

const raiseConcern: Operation<{ readonly answer: CommandAnswer }, Record<string, unknown>> = {
  operationName: 'raiseConcern',
  sha256: commands.raiseConcern.sha256,
};

@Controller('concern')
export class ConcernPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    return page.show(view, { ...(await chosenFrom(page)), command: newCommand(), typed: {} });
  }

  @Post()
  send(@Res() { page }: PageReply) {
    return answerCommand(page, {
      view,
      form,
      data: () => chosenFrom(page),
      send: async ({ caseId, text }, name) =>
        (await page.ask(raiseConcern, { command: { caseId, ...name }, event: { text } })).answer,
      goTo: ({ caseId }) => withDone(caseAddress(caseId), 'raise-concern'),
    });
  }
}

/** The open cases that this member of staff works on; of the others a concern is raised from the case itself. */
async function chosenFrom(page: PageContext): Promise<{ cases: { value: string; text: string }[] }> {
  const { caseload } = await page.askWithin(staffArea, StaffConcern, openCases);
  return {
    cases: caseload.edges
      .filter(({ node }) => node.declaration === 'notNeeded')
      .map(({ node }) => ({ value: node.id, text: node.reference })),
  };
}
