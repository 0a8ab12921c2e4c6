// One request, from its review to its answer: each note and entry is given or withheld on a ground; then the answer is made, locked.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import { newCommand } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import { staffArea } from '../area.js';
import { accountable } from '../case/head.js';
import { answering, decisionsIn, reviewing } from './form.js';
import { AnswerRequest, DecideRequest, StaffRequest } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('subject-requests/:id')
export class SubjectRequestPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('id') id: string) {
    return page.show(view, await this.model(page, id));
  }

  @Post()
  async decide(@Res() { page }: PageReply, @Param('id') id: string) {
    const { _key: key } = page.readOwnForm(reviewing);
    const decisions = decisionsIn(page.request.body);
    const problems =
      decisions.length === 0 ? [page.say(view, 'nothingChosen')] : await this.sent(page, { key, id, decisions });
    if (problems.length === 0) return page.go(`/subject-requests/${id}`);
    return page.show(view, { ...(await this.model(page, id)), problems: problems.map((text) => ({ text })) }, 422);
  }

  /** The answer is shown once, on this page, and kept nowhere: its passphrase goes to the person by another way. */
  @Post('answer')
  async answer(@Res() { page }: PageReply, @Param('id') id: string) {
    page.readOwnForm(answering);
    const { answerSubjectRequest: answer } = await page.ask(AnswerRequest, { id });
    if (!answer) throw new HttpProblem(404);
    const model = await this.model(page, id);
    if (answer.__typename === 'DecisionRefused')
      return page.show(view, { ...model, problems: answer.problems.map((text) => ({ text })) }, 422);
    return page.show(view, { ...model, answer });
  }

  private async sent(
    page: PageContext,
    asked: { readonly key: string; readonly id: string; readonly decisions: ReturnType<typeof decisionsIn> },
  ): Promise<readonly string[]> {
    const { reviewForSubject: answer } = await page.ask(DecideRequest, asked);
    return answer.__typename === 'DecisionRefused' ? answer.problems : [];
  }

  private async model(page: PageContext, id: string) {
    const { me, subjectReview } = await page.askWithin(view.area, StaffRequest, { id });
    if (!isFor(accountable, me.roles)) throw new HttpProblem(404);
    const { say, name, moment } = page.speaker(view);
    return {
      command: newCommand(),
      action: `/subject-requests/${id}`,
      mayAnswer: isFor(['manager'], me.roles),
      left: subjectReview.filter(({ decided }) => !decided).length,
      items: subjectReview.map((one, at) => ({
        id: `item-${at + 1}`,
        item: one.item,
        what: one.what,
        when: moment(one.at),
        words: one.words,
        safeguarding: one.safeguarding,
        now: one.decided
          ? say('decidedBy', {
              how: one.ground === null ? say('given') : name('WithholdGround', one.ground),
              who: one.decidedBy?.name ?? '',
            })
          : '',
        choices: [
          { value: 'give', text: say('give'), chosen: one.decided && one.ground === null },
          ...namesOf('WithholdGround').map((ground) => ({
            value: ground,
            text: say('withhold', { why: name('WithholdGround', ground) }),
            chosen: one.ground === ground,
          })),
        ],
      })),
    };
  }
}
