// How you may reach me: ways, hours, what may be left, words, and the very text of each message before choosing. A change counts at once.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { CommandAnswer } from '../../../server/answer-command.js';
import { formProblems } from '../../../server/form-problems.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { participantArea } from '../area.js';
import { form, type Form } from './form.js';
import { reachModel, typedFrom, type Part } from './models.js';
import { ChangeReach, ParticipantReach } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, participantArea, { en, cy });

@Controller('your-page/reach')
export class ReachPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const part = await ownPart(page);
    const done = page.request.url.includes('done=');
    return page.show(view, { ...reachModel(part, typedFrom(part), page.speaker(view)), key: randomUUID(), done });
  }

  @Post()
  async change(@Res() { page }: PageReply) {
    const part = await ownPart(page);
    const sent = form.safeParse(page.request.body);
    const again = (problems: readonly object[]) => {
      const typed = page.request.body as Readonly<Record<string, unknown>>;
      return page.show(view, { ...reachModel(part, typed, page.speaker(view)), key: randomUUID(), problems }, 422);
    };
    if (!sent.success) return again(formProblems(sent.error, (own: keyof typeof en) => page.say(view, own)));
    const command = { caseId: part.id, key: sent.data.key };
    const { recordTogether } = await page.ask(ChangeReach, { command, events: eventsOf(part, sent.data) });
    const answer: CommandAnswer = recordTogether;
    if (answer.__typename === 'Told') return page.go('/your-page/reach?done=1');
    const words = answer.__typename === 'Refused' ? answer.blockers.map((blocker) => blocker.words).join(' ') : '';
    return again([{ text: words || page.say(view, 'cannotNow') }]);
  }
}

/** What was said, as the case is told: how one may be reached, and what one needs. */
function eventsOf({ participantId, safeContact }: Part, said: Form) {
  const { channels, when, days, opens, closes, voicemail, language, needs } = said;
  const kept = safeContact?.times.map(({ day, opens: from, closes: until }) => ({ day, opens: from, closes: until }));
  const times = when === 'days' ? days.map((day) => ({ day, opens, closes })) : when === 'keep' ? (kept ?? []) : [];
  const own = Object.fromEntries(
    (['words', 'alias', 'mustNotKnow'] as const).flatMap((field) =>
      said[field] === null ? [] : [[field, said[field]]],
    ),
  );
  return [
    {
      recordSafeContact: { participantId, channels, voicemail, ...(times.length > 0 && { times }), ...own },
    },
    { recordNeeds: { participantId, language, needs } },
  ];
}

/** @throws HttpProblem 404 where there is no part of theirs */
async function ownPart(page: PageContext): Promise<Part> {
  const { myCases } = await page.askWithin(participantArea, ParticipantReach);
  const [part] = myCases;
  if (!part) throw new HttpProblem(404);
  return part;
}
