// Every form of a command that staff fill in: opened, sent, looked at before it is sent, refused or stale in words, done once.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { answerCommand, newCommand, type RefusalBlocker } from '../../../server/answer-command.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import type { View } from '../../../server/view.js';
import { eventsOf, type CommandForm, type Typed } from '../../../command-form/definition.js';
import { problemsIn } from '../../../command-form/present.js';
import { questionIn } from '../../../command-form/questions.js';
import { schemaFor } from '../../../command-form/read.js';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import { caseAddress, formAddress, personAddress, withDone } from '../addresses.js';
import { staffArea } from '../area.js';
import { blockerProblem, type BlockerRead } from '../blockers.js';
import { formAt } from '../forms-of-commands.js';
import { tellCase } from '../together.js';
import { draftAsked, draftPlace, draftShown, forgetDraft, keepDraft } from './draft.js';
import { changesSince, drawn, toldBy, type Opened, type Place } from './draw.js';
import { LookFirst, StaffForm, type LookFirstQueryVariables } from './page.generated.js';

const addresses = [
  'do/:form',
  'do/:form/:about',
  'processes/:processId/do/:form',
  'processes/:processId/do/:form/:about',
];

type Params = { readonly form: string } & Partial<Place> & Pick<Place, 'caseId'>;

@Controller('cases/:caseId')
export class CommandFormPage {
  @Get(addresses)
  async show(@Res() { page }: PageReply, @Param() params: Params) {
    const form = formOf(params);
    const opened = await open(page, params);
    const speaker = page.speaker(viewOf(form));
    // What was begun before is there again, on the revision on which it was begun.
    const begun = draftShown(opened.draft, speaker);
    const model = drawn(form, opened, speaker, begun?.body ?? null, []);
    return page.show(viewOf(form), {
      ...model,
      begun,
      command: newCommand(begun?.revision ?? opened.case.revision),
    });
  }

  @Post(addresses)
  async send(@Res() { page }: PageReply, @Param() params: Params) {
    const form = formOf(params);
    const speaker = page.speaker(viewOf(form));
    const place = placeOf(params);
    const { _draft: asked } = page.readOwnForm(draftAsked);
    if (asked === 'keep') {
      const kept = await keepDraft(page, place, form.address);
      return page.sentence(kept ? speaker.say('draft.now', { at: speaker.time(speaker.now) }) : '', kept ? 200 : 204);
    }
    if (asked === 'forget') {
      await forgetDraft(page, place, form.address);
      return page.go(formAddress(place.caseId, form.address, place));
    }
    // Read once, and only where the form is shown again: with what changed, where it is stale.
    let shown: Promise<Opened> | undefined;
    const openedAgain = (changes = false) => (shown ??= open(page, params, changes));
    return answerCommand<string, Typed>(page, {
      view: viewOf(form),
      form: schemaFor(form),
      problems: (error) => problemsIn(error, form, speaker),
      send: async (typed, name) => {
        const answer = await tellCase(page, params.caseId, name, form.sends(typed));
        if (answer.__typename === 'Told') await forgetDraft(page, place, form.address);
        return answer;
      },
      ...(!form.atOnce && {
        look: async (typed: Typed) => {
          // The schema's one-of input: a verb, and the event it was read for.
          const [event, ...also] = eventsOf(form.sends(typed)) as unknown as LookFirstQueryVariables['event'][];
          if (event === undefined) throw new HttpProblem(400);
          const looked = await page.ask(LookFirst, { id: params.caseId, event, also });
          return toldBy(looked, speaker);
        },
      }),
      refusal: async (blocker: RefusalBlocker) => {
        const { case: found } = await openedAgain();
        const { id, doors, participants } = found;
        return blockerProblem(blocker as BlockerRead, { caseId: id, doors: doors ?? [], participants }, speaker);
      },
      changes: async (since) => changesSince(since, await openedAgain(true), speaker),
      data: async (problems) => {
        const [opened] = await Promise.all([openedAgain(), keepDraft(page, place, form.address)]);
        return drawn(form, opened, speaker, page.request.body as Typed, problems);
      },
      goTo: (typed) => withDone(goesBackTo(form, params.caseId, typed), form.address),
    });
  }
}

const formOf = ({ form }: Params): CommandForm => {
  const found = formAt(form);
  if (!found) throw new HttpProblem(404);
  return found;
};

/** The one template, with the sentences of this form. */
const viewOf = ({ view }: CommandForm): View => ({
  area: staffArea,
  template: 'areas/staff/command-form/view.njk',
  name: view,
});

async function open(page: PageContext, params: Params, changes = false): Promise<Opened> {
  const place = placeOf(params);
  const {
    me,
    case: found,
    draft,
    consentTextsInForce,
  } = await page.askWithin(staffArea, StaffForm, {
    id: params.caseId,
    draft: draftPlace(place, params.form),
    changes,
    ...wantedFor(formOf(params), place.about),
  });
  if (!found?.participants) throw new HttpProblem(404);
  return { me, case: found, texts: consentTextsInForce ?? [], draft, place };
}

/** What a form must be told beside its case. */
function wantedFor(form: CommandForm, about: string | null) {
  const { readsLetter, readsReceivedWords, readsConsentText, readsCandidates, subject } = form;
  const named = readsConsentText ? questionIn(about) : null;
  const question = named && namesOf('consentPurposes').includes(named.purpose) ? named : null;
  const isAboutQuestion = subject !== null && !readsCandidates;
  const duty = namesOf('duties').find((one) => one === about) ?? null;
  return {
    letters: readsLetter,
    received: readsReceivedWords,
    questions: isAboutQuestion,
    candidates: readsCandidates && duty !== null,
    duty: duty ?? 'lead',
    text: question !== null,
    purpose: question?.purpose ?? 'contact',
    textAbout: question?.about ?? null,
  };
}

const placeOf = ({ caseId, about = null, processId = null }: Params): Place => ({ caseId, about, processId });

/** What about a person was done leads to that person; all else to the case. */
function goesBackTo({ about }: CommandForm, caseId: string, typed: Typed): string {
  const whom = about === 'participantId' ? typed['participantId'] : undefined;
  return typeof whom === 'string' ? personAddress(caseId, whom) : caseAddress(caseId);
}
