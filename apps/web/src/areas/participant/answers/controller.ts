// What I agreed to: every question by itself, what I said and when; those that wait for an answer first.
import { Controller, Get, Res } from '@nestjs/common';
import type { LinksModel } from '../../../kit/links/links.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { questionId, questionsOf } from '../question-id.js';
import { ParticipantAnswers, type ParticipantAnswersQuery } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });
type Row = ParticipantAnswersQuery['myCases'][number]['consents'][number];

@Controller('your-page/answers')
export class AnswersPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { myCases } = await page.askWithin(view.area, ParticipantAnswers);
    const { say, day } = page.speaker(view);
    const rows = myCases.flatMap(questionsOf);
    /** What was said, in a line. */
    const said = ({ answer, answeredAt, reaskOn }: Row): string => {
      const on = answeredAt ? day(answeredAt) : '';
      switch (answer) {
        case 'given':
          return say('given', { on });
        case 'refused':
          return say('refused', { on });
        case 'withdrawn':
          return say('withdrawn', { on });
        case 'notNow':
          return say('notNow', { on, again: reaskOn ? day(reaskOn) : '' });
        default:
          return say('unanswered');
      }
    };
    const list = (which: (row: Row) => boolean): LinksModel => ({
      items: rows
        .filter(which)
        .map((row) => ({ href: `/your-page/answers/${questionId(row)}`, text: row.asks, line: said(row) })),
    });
    return page.show(view, {
      asked: list(({ asked }) => asked),
      answered: list(({ asked, answer }) => !asked && answer !== null),
      open: list(({ asked, answer }) => !asked && answer === null),
    });
  }
}
