// Letters: one that was written for me waits, closed, until I want it; one of mine is held back or taken back until it has gone.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Operation } from '../../../api/operation.js';
import type { CommandAnswer } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { commands } from '../../commands/commands.generated.js';
import { participantArea } from '../area.js';
import { form } from './form.js';
import { choiceOf, commandOf, stateOf, type Letter, type Verb } from './letter.js';
import { ParticipantLetters, ParticipantLetterWords } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

const sends = (verb: Verb): Operation<{ readonly answer: CommandAnswer }, { command: object; event: object }> => ({
  operationName: verb,
  sha256: commands[verb].sha256,
});

@Controller('your-page/letters')
export class LettersPage {
  /** Each by its state alone, with none of its words. */
  @Get()
  async list(@Res() { page }: PageReply) {
    const { say, name } = page.speaker(view);
    const letters = await ownLetters(page);
    return page.show(view, {
      part: 'list',
      ways: {
        items: letters.map((letter) => ({
          href: `/your-page/letters/${letter.id}`,
          text: letter.sent ? say('yours', { kind: name('communicationKinds', letter.kind) }) : say('forYou'),
          line: say(stateOf(letter)),
        })),
      },
    });
  }

  @Get(':letter')
  async show(@Res() { page }: PageReply, @Param('letter') id: string) {
    const letter = await found(page, id);
    const state = stateOf(letter);
    const opened = letter.sent || state === 'read' ? await wordsOf(page, id) : null;
    return page.show(view, this.model(page, letter, opened));
  }

  /** What is chosen is told to the case where it changes something; only who reads now is shown the words. */
  @Post(':letter')
  async choose(@Res() { page }: PageReply, @Param('letter') id: string) {
    const letter = await found(page, id);
    const sent = form.safeParse(page.request.body);
    if (!sent.success) {
      const problems = [{ text: page.say(view, 'choiceMissing'), href: '#choice' }];
      return page.show(view, { ...this.model(page, letter, null), problems }, 422);
    }
    const { choice, key } = sent.data;
    const command = commandOf(letter, choice);
    if (command !== null) {
      const variables = { command: { caseId: letter.caseId, key }, event: command.event };
      const { answer } = await page.ask(sends(command.verb), variables);
      const problems = [{ text: page.say(view, 'cannotNow') }];
      if (answer.__typename !== 'Told') return page.show(view, { ...this.model(page, letter, null), problems }, 422);
    }
    if (choice === 'read') return page.go(`/your-page/letters/${id}`);
    if (choice === 'withSomebody') return page.go('/your-page/talk?for=company');
    return page.show(view, { ...this.model(page, letter, null), part: 'done', chosen: choice });
  }

  private model(page: PageContext, letter: Letter, words: string | null) {
    const speak = page.speaker(view);
    return {
      part: letter.sent ? 'own' : words === null ? 'closed' : 'open',
      id: letter.id,
      key: randomUUID(),
      state: speak.say(stateOf(letter)),
      kind: speak.name('communicationKinds', letter.kind),
      passedOn: letter.passedOn && speak.longDay(letter.passedOn),
      words: words === null ? null : { paragraphs: words.split(/\n\s*\n/), language: speak.language },
      choice: choiceOf(letter, speak),
      who: letter.who,
    };
  }
}

/** Every letter of theirs, with the process it is of and what they said to being given such. */
async function ownLetters(page: PageContext): Promise<Letter[]> {
  const { myCases } = await page.askWithin(participantArea, ParticipantLetters);
  return myCases.flatMap(({ id: caseId, participantId, contact, processes }) =>
    processes.flatMap(({ id: processId, communications, consents }) =>
      communications.map((letter) => ({
        ...letter,
        caseId,
        participantId,
        processId,
        who: contact?.name ?? null,
        wanted: consents.find(({ purpose, about }) => purpose === 'receive' && about === letter.kind)?.answer ?? null,
      })),
    ),
  );
}

/** @throws HttpProblem 404 where it is none of theirs */
async function found(page: PageContext, id: string): Promise<Letter> {
  const letter = (await ownLetters(page)).find((one) => one.id === id);
  if (!letter) throw new HttpProblem(404);
  return letter;
}

async function wordsOf(page: PageContext, id: string): Promise<string | null> {
  const { myCases } = await page.ask(ParticipantLetterWords);
  const all = myCases.flatMap(({ processes }) => processes.flatMap(({ communications }) => communications));
  return all.find((letter) => letter.id === id)?.words ?? null;
}
