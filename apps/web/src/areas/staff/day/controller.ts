// The day of a meeting, for a phone: who is here, who still wants to, begin, pause, ask each alone, go on, end. Each press is one command.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import type { Sent } from '../../../command-form/definition.js';
import type { Body } from '../../../command-form/read.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import { answerCommand, newCommand } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { blockerProblem, type BlockerRead } from '../blockers.js';
import { draftPlace, keepDraft } from '../command-form/draft.js';
import { problemsIn } from '../../../command-form/present.js';

import { asForms, deedForm, deeds, type Deed } from './deeds.js';
import {
  agreedWith,
  askedAlone,
  comers,
  fieldsOf,
  headOf,
  inTheRoom,
  processOfDay,
  standsBefore,
  stateOf,
  type Own,
} from './day.js';
import { tellCase } from '../together.js';
import { StaffDay } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });
const pressed = z.object({ deed: z.enum(deeds) });
const dayAddress = (caseId: string, processId: string) => caseAddress(caseId, `processes/${processId}/day`);

@Controller('cases/:caseId')
export class DayPage {
  /** Leads to the process whose meeting goes on or is next. */
  @Get('day')
  async find(@Res() { page }: PageReply, @Param('caseId') caseId: string) {
    const { found } = await open(page, caseId, null);
    const process = processOfDay(found);
    return page.go(process ? dayAddress(caseId, process.id) : caseAddress(caseId));
  }

  @Get('processes/:processId/day')
  async show(@Res() { page }: PageReply, @Param('caseId') caseId: string, @Param('processId') processId: string) {
    return page.show(view, { ...(await drawn(page, caseId, processId, null, [])), command: newCommand() });
  }

  @Post('processes/:processId/day')
  async send(@Res() { page }: PageReply, @Param('caseId') caseId: string, @Param('processId') processId: string) {
    const { deed } = page.readOwnForm(pressed);
    const place = { caseId, about: null, processId };
    // Who has arrived is on record when the meeting begins; until then it is kept for whoever ticks it.
    if (deed === 'save') await keepDraft(page, place, 'day');
    const done = () => dayAddress(caseId, processId);
    if (deed === 'save' && nobodyAsked(page)) return page.go(done());
    return answerCommand<Own, readonly Sent[]>(page, {
      view,
      form: deedForm(deed, processId),
      problems: (error) => problemsOf(page, deed, error),
      send: async (sent, name) => {
        const [first, ...also] = sent;
        if (!first) throw new HttpProblem(400);
        return tellCase(page, caseId, name, { ...first, also });
      },
      refusal: async (blocker) => {
        const { found } = await open(page, caseId, processId);
        const { doors, participants } = found;
        const reader = { caseId, doors: doors ?? [], participants };
        return blockerProblem(blocker as BlockerRead, reader, page.speaker(view));
      },
      data: (problems) => drawn(page, caseId, processId, page.request.body as Body, problems),
      goTo: done,
    });
  }
}

const nobodyAsked = ({ request }: PageContext) => (request.body as Body)['still'] === undefined;

/** The case, and one of its processes. A case or process that is not the reader's looks like one that is not there. */
async function open(page: PageContext, caseId: string, processId: string | null) {
  const draft = draftPlace({ caseId, about: null, processId }, 'day');
  const { me, case: found, draft: kept } = await page.askWithin(staffArea, StaffDay, { id: caseId, draft });
  if (!found?.participants) throw new HttpProblem(404);
  const ticked = Object.fromEntries((kept?.fields ?? []).map(({ name, words }) => [name, words]));
  return { me, found, ticked };
}

async function drawn(
  page: PageContext,
  caseId: string,
  processId: string,
  sent: Body | null,
  problems: readonly ProblemModel[],
) {
  const { me, found, ticked } = await open(page, caseId, processId);
  const process = found.processes?.find(({ id }) => id === processId);
  if (!process) throw new HttpProblem(404);
  const speaker = page.speaker(view);
  const typed = sent ?? ticked;
  const wrong = new Map(problems.flatMap(({ href, text }) => (href ? [[href.slice(1), text] as const] : [])));
  const fields = (deed: Deed) => {
    const form = asForms[deed];
    const spoken = form && page.speaker<string>({ ...view, name: form.view });
    return form && spoken ? fieldsOf(form, { found, me, process }, sent, wrong, spoken) : [];
  };
  const asked = comers(found, process, typed, speaker);
  return {
    ...headOf(process, speaker),
    state: stateOf(process),
    reference: found.reference,
    kind: process.type === null ? '' : speaker.name('processTypes', process.type),
    caseAt: caseAddress(caseId),
    action: dayAddress(caseId, processId),
    about: process.type ?? '',
    comers: asked,
    askedToday: { count: asked.filter(({ tag }) => tag).length, all: asked.length },
    room: inTheRoom(found, process, speaker),
    alone: askedAlone(found, process, typed, speaker),
    before: standsBefore(found, process, 'conference.begun', ['reconfirmation'], speaker),
    going: standsBefore(found, process, 'session.resumed', ['privateCheck', 'seat'], speaker),
    ending: standsBefore(found, process, 'conference.ended', [], speaker),
    pauseFields: fields('pause'),
    endFields: fields('end'),
    agreed: agreedWith(process, speaker),
    cancelAt: formAddress(caseId, 'cancel-conference', { processId }),
    concernAt: formAddress(caseId, 'raise-concern'),
  };
}

function problemsOf(page: PageContext, deed: Deed, error: z.ZodError): readonly ProblemModel[] {
  const form = asForms[deed];
  if (form) return problemsIn(error, form, page.speaker<string>({ ...view, name: form.view }));
  return error.issues.map(({ path, message }) => ({
    text: page.say(view, message as Own),
    href: `#${String(path[0] ?? '')}`,
  }));
}
