// The whole caseload of one facilitator is handed over: each case is released and another is asked to take it, together or not at all.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { newCommand } from '../../../server/answer-command.js';
import type { PageContext } from '../../../server/page-context.js';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { formProblems } from '../../../server/form-problems.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { allCases } from '../open-cases.js';
import { form } from './form.js';
import { HandOver, StaffHandOver, type HandOverMutationVariables } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('people/:staffId/hand-over')
export class HandOverPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('staffId') staffId: string) {
    return page.show(view, { ...(await this.model(page, staffId)), command: newCommand() });
  }

  @Post()
  async send(@Res() { page }: PageReply, @Param('staffId') staffId: string) {
    const model = await this.model(page, staffId);
    const sent = form.safeParse(page.request.body);
    const typed = page.request.body;
    const again = { ...model, typed, command: newCommand() };
    if (!sent.success)
      return page.show(
        view,
        { ...again, problems: formProblems(sent.error, (key) => page.say(view, key as 'title')) },
        422,
      );
    const { _key: key, to, reason } = sent.data;
    const refused: { readonly text: string }[] = [];
    let done = 0;
    for (const { id, reference } of model.cases) {
      // The key of each case follows from that of the form: sent twice, each is handed over once.
      const { recordTogether: answer } = await page.ask(HandOver, {
        command: { caseId: id, key: `${key} ${id}` },
        events: handingOver(staffId, to, reason),
      });
      if (answer.__typename === 'Told') done += 1;
      else {
        const why = answer.__typename === 'Refused' ? answer.blockers.map(({ words }) => words).join(' ') : '';
        refused.push({ text: page.say(view, 'stays', { reference, why }) });
      }
    }
    if (refused.length === 0) return page.go(`/people?handed=${done}`);
    return page.show(view, { ...again, ...(await this.model(page, staffId)), problems: refused }, 422);
  }

  private async model(page: PageContext, staffId: string) {
    const { me, staff, caseload } = await page.askWithin(view.area, StaffHandOver, {
      filter: { ...allCases, leadId: staffId },
      sort: { by: 'waitingSince', descending: false },
    });
    const who = staff.find(({ id }) => id === staffId);
    if (!who || !isFor(['coordinator', 'manager'], me.roles)) throw new HttpProblem(404);
    const { say, name } = page.speaker(view);
    return {
      heading: say('title', { who: who.name ?? '' }),
      action: `/people/${staffId}/hand-over`,
      cases: caseload.edges.map(({ node }) => ({
        id: node.id,
        reference: node.reference,
        stage: name('stages', node.stage),
        href: caseAddress(node.id),
      })),
      others: staff
        .filter((one) => one.active && one.id !== staffId && isFor(['facilitator'], one.roles))
        .map((one) => ({
          value: one.id,
          text: one.name ?? one.id,
          hint: {
            text: [
              ...(one.level === null ? [] : [name('levels', one.level)]),
              one.caseloadLimit === null
                ? say('points', { points: one.points })
                : say('pointsOf', { points: one.points, limit: one.caseloadLimit }),
            ].join(', '),
          },
        })),
    };
  }
}

/** What one case is told: both happen, or neither. */
const handingOver = (from: string, to: string, reason: string): HandOverMutationVariables['events'] =>
  [
    { releaseFacilitator: { staffId: from, reason } },
    { askFacilitator: { staffId: to, duty: 'lead' } },
  ] as unknown as HandOverMutationVariables['events'];
