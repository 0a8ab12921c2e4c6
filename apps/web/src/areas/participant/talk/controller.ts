// Talk to us: ask how things stand, for a call, or for something that is mine to ask for; each is answered by a day that both see.
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Operation } from '../../../api/operation.js';
import { answerCommand, newCommand, type CommandAnswer } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { commands } from '../../commands/commands.generated.js';
import { participantArea } from '../area.js';
import { form, kinds } from './form.js';
import { ParticipantTalk, type ParticipantTalkQuery } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });
type Part = ParticipantTalkQuery['myCases'][number];

const sends = (
  verb: 'askHelp' | 'statePreference',
): Operation<{ readonly answer: CommandAnswer }, { command: object; event: object }> => ({
  operationName: verb,
  sha256: commands[verb].sha256,
});

@Controller('your-page/talk')
export class TalkPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const asked = /[?&]for=(\w+)/.exec(page.request.url)?.[1];
    return page.show(view, { ...(await shown(page, asked)), command: newCommand() });
  }

  @Post()
  ask(@Res() { page }: PageReply) {
    const typed = page.request.body as { kind?: string } | undefined;
    return answerCommand(page, {
      view,
      form,
      data: () => shown(page, typed?.kind),
      send: async ({ kind, text }, name) => {
        const { id: caseId, participantId } = await ownPart(page);
        const command = { caseId, ...name };
        if (kind === 'another')
          return (await page.ask(sends('statePreference'), { command, event: { participantId, wish: text } })).answer;
        const event = { participantId, kind, ...(text !== null && { text }) };
        return (await page.ask(sends('askHelp'), { command, event })).answer;
      },
      goTo: () => '/your-page/talk',
    });
  }
}

/** What was asked for, the latest first, and what may be asked for; `chosen` is where the person comes from. */
async function shown(page: PageContext, chosen: string | undefined) {
  const part = await ownPart(page);
  const { say, name, longDay } = page.speaker(view);
  const titleOf = (kind: string) => {
    const own = kinds.find((one) => one === kind);
    return own ? say(own) : name('helpKinds', kind);
  };
  return {
    who: part.contact?.name ?? null,
    asked: part.help.toReversed().map(({ kind, askedOn, answerBy, text, answer }) => ({
      title: titleOf(kind),
      on: say('askedOn', { on: longDay(askedOn) }),
      text,
      answer,
      by: say('answerBy', { by: longDay(answerBy) }),
    })),
    wish: part.preference,
    choice: {
      legend: say('kind'),
      name: 'kind',
      id: 'kind',
      items: kinds.map((kind) => ({ value: kind, text: say(kind), hint: say(`${kind}Hint`), chosen: kind === chosen })),
    },
  };
}

/** @throws HttpProblem 404 where there is no part of theirs */
async function ownPart(page: PageContext): Promise<Part> {
  const { myCases } = await page.askWithin(participantArea, ParticipantTalk);
  const [part] = myCases;
  if (!part) throw new HttpProblem(404);
  return part;
}
