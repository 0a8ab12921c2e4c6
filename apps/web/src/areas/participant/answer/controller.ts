// One question: its exact text, who will know, until when, four answers of one size; and afterwards what was said, with the words.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { formProblems } from '../../../server/form-problems.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { questionId, questionsOf } from '../question-id.js';
import { form, type Form } from './form.js';
import { keptModel, questionModel } from './models.js';
import { ParticipantQuestion, ParticipantSaid } from './page.generated.js';
import { commandOf, sends, type Asked, type Part } from './send.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });
/** Names one filling-in of the form. */
const named = z.object({ key: z.uuid() });

@Controller('your-page/answers/:question')
export class AnswerPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('question') id: string) {
    const [part, asked] = await found(page, id);
    return page.show(view, { ...questionModel(part, asked, page.speaker(view)), key: randomUUID(), typed: {} });
  }

  /** First the answer is shown once more; then it is kept. */
  @Post()
  async answer(@Res() { page }: PageReply, @Param('question') id: string) {
    const { key } = page.readOwnForm(named);
    const [part, asked] = await found(page, id);
    const speak = page.speaker(view);
    const again = (more: object, status: number) =>
      page.show(view, { ...questionModel(part, asked, speak), key, typed: page.request.body, ...more }, status);
    const sent = form.safeParse(page.request.body);
    if (!sent.success)
      return again({ problems: formProblems(sent.error, (own: keyof typeof en) => page.say(view, own)) }, 422);
    if (sent.data.sure === undefined) return again({ sure: sent.data.answer }, 200);
    const problem = await this.keep(page, key, part, asked, sent.data);
    if (problem === null) return page.go(`/your-page/answers/${id}/kept`);
    return again({ sure: sent.data.answer, problems: [{ text: problem, href: '#items' }] }, 422);
  }

  /** What was said, and the text that it was said to, to read and to print. */
  @Get('kept')
  async kept(@Res() { page }: PageReply, @Param('question') id: string) {
    const [part, asked] = await found(page, id);
    const { purpose, processId, about } = asked;
    const { participantId } = part;
    const { consentAsShown } = await page.ask(ParticipantSaid, {
      caseId: part.id,
      participantId,
      purpose,
      processId,
      about,
    });
    return page.show(view, { ...keptModel(asked, consentAsShown, page.speaker(view)), id, part: 'kept' });
  }

  /** Sends it; the words of what stands before it, or null when it is kept. */
  private async keep(page: PageContext, key: string, part: Part, asked: Asked, sent: Form): Promise<string | null> {
    const command = commandOf(sent, part, asked, new Date().toISOString());
    if (!command) return page.say(view, asked.withAdult ? 'yesWithAdult' : 'yesExplainedFirst');
    const variables = { command: { caseId: part.id, key }, event: command.event };
    const { answer } = await page.ask(sends(command.verb), variables);
    if (answer.__typename === 'Told') return null;
    const words = answer.__typename === 'Refused' ? answer.blockers.map((blocker) => blocker.words).join(' ') : '';
    return words || page.say(view, 'cannotNow');
  }
}

/** The question that the address names. @throws HttpProblem 404 where it is not one of theirs */
async function found(page: PageContext, id: string): Promise<[Part, Asked]> {
  const { myCases } = await page.askWithin(participantArea, ParticipantQuestion);
  for (const part of myCases)
    for (const asked of questionsOf<Asked>(part)) if (questionId(asked) === id) return [part, asked];
  throw new HttpProblem(404);
}
