// Every form of an act outside a case: opened, looked at before it is sent where it cannot be changed afterwards, refused in words, done once.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Operation } from '../../../api/operation.js';
import type { Act, ActContext, ActForm } from '../../../command-form/act.js';
import { emptyCase } from '../../../command-form/form-case.js';
import type { Typed } from '../../../command-form/definition.js';
import { fieldModels, problemsIn } from '../../../command-form/present.js';
import { schemaFor } from '../../../command-form/read.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import type { Speaker } from '../../../locale/speaker.js';
import { answerCommand, newCommand, type CommandAnswer } from '../../../server/answer-command.js';
import { isFor } from '../../../server/area.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import type { View } from '../../../server/view.js';
import { acts } from '../../commands/commands.generated.js';
import { actAt } from '../acts-of-staff.js';
import { actAddress, withMade } from '../addresses.js';
import { staffArea } from '../area.js';
import { StaffAct } from './page.generated.js';

interface Params {
  readonly form: string;
  readonly about?: string;
}
const addresses = [':form', ':form/:about'];

@Controller('do')
export class ActFormPage {
  @Get(addresses)
  async show(@Res() { page }: PageReply, @Param() params: Params) {
    const form = formOf(params);
    const context = await open(page, form, params);
    const model = drawn(form, context, page.speaker(viewOf(form)), null, []);
    return page.show(viewOf(form), { ...model, command: newCommand() });
  }

  @Post(addresses)
  async send(@Res() { page }: PageReply, @Param() params: Params) {
    const form = formOf(params);
    const speaker = page.speaker(viewOf(form));
    const { preview } = form;
    return answerCommand<string, Typed>(page, {
      view: viewOf(form),
      form: schemaFor(form),
      problems: (error) => problemsIn(error, form, speaker),
      send: (typed, { key }) => sent(page, form, typed, key),
      ...(preview && {
        look: (typed: Typed) =>
          Promise.resolve({
            revision: null,
            happens: true,
            told: {
              id: 'told',
              title: speaker.say('act.preview'),
              rows: preview(typed).map((what) => ({ who: '', what })),
            },
          }),
      }),
      data: async (problems) =>
        drawn(form, await open(page, form, params), speaker, page.request.body as Typed, problems),
      goTo: (_typed, made) => withMade(form.backTo, form.address, made),
    });
  }
}

const formOf = ({ form }: Params): ActForm => {
  const found = actAt(form);
  if (!found) throw new HttpProblem(404);
  return found;
};

const viewOf = ({ view }: ActForm): View => ({
  area: staffArea,
  template: 'areas/staff/act-form/view.njk',
  name: view,
});

/** To whom the form is not there, and where what it names is not there, it is no page. */
async function open(page: PageContext, form: ActForm, params: Params): Promise<ActContext> {
  const about = params.about ?? null;
  const asks = (list: Parameters<typeof form.reads.has>[0]) => form.reads.has(list);
  const read = await page.askWithin(staffArea, StaffAct, {
    organisations: asks('organisations'),
    recordClasses: asks('recordClasses'),
    consentTexts: asks('consentTexts'),
    suggestions: asks('suggestions'),
    proposal: asks('proposal'),
    staff: asks('staff'),
    ofCase: asks('ofCase'),
    caseId: (about ?? '').split('|')[0] ?? '',
  });
  if (!isFor(form.for, read.me.roles)) throw new HttpProblem(404);
  const { name, day, now } = page.speaker(viewOf(form));
  const context: ActContext = {
    case: emptyCase,
    me: read.me,
    about,
    processId: null,
    name: name as ActContext['name'],
    day,
    now,
    texts: [],
    candidates: [],
    things: {
      roles: read.me.roles,
      organisations: read.organisations ?? [],
      recordClasses: read.recordClasses ?? [],
      consentTexts: read.consentTexts ?? [],
      suggestions: read.suggestions?.edges.map(({ node }) => node) ?? [],
      proposal: read.proposal ?? null,
      ofCase: read.ofCase ?? null,
      staff: read.staff ?? [],
    },
  };
  if (!form.opens(context)) throw new HttpProblem(404);
  return context;
}

/** What the template is given; `typed` is the form as it came, null for one that is opened. */
function drawn(
  form: ActForm,
  context: ActContext,
  speaker: Speaker<string>,
  typed: Typed | null,
  problems: readonly ProblemModel[],
): object {
  const wrong = new Map(problems.flatMap(({ href, text }) => (href ? [[href.slice(1), text] as const] : [])));
  return {
    facts: { wide: true, rows: form.facts(context).map(({ key, value }) => ({ key: speaker.say(key), value })) },
    fields: fieldModels(form, context, speaker, typed, wrong),
    intro: 'intro' in form.words.en ? speaker.say('intro') : null,
    send: 'send' in form.words.en ? speaker.say('send') : speaker.say('form.save'),
    action: actAddress(form.address, context.about),
    leave: form.backTo,
  };
}

/** Sends the act; its answer in the words in which a command of a case answers. */
async function sent(page: PageContext, form: ActForm, typed: Typed, key: string): Promise<CommandAnswer> {
  const { wraps, answers } = acts[form.act];
  const said = form.sends(typed);
  const given = wraps === null ? said : { [wraps]: said };
  const { answer } = await page.ask(mutation(form.act), answers === 'yesNo' ? given : { key, ...given });
  if (typeof answer === 'boolean' || answer === null)
    return answer ? { __typename: 'Told' } : { __typename: 'Refused', why: 'notNow', blockers: [] };
  if (answer.__typename === 'DecisionRecorded') return { __typename: 'Told', made: answer.id };
  return { __typename: 'Refused', why: 'blocked', blockers: answer.problems.map((words) => ({ words })) };
}

type ActAnswer =
  | boolean
  | null
  | { readonly __typename: 'DecisionRecorded'; readonly id: string }
  | { readonly __typename: 'DecisionRefused'; readonly problems: readonly string[] };

const mutation = (act: Act): Operation<{ readonly answer: ActAnswer }, Record<string, unknown>> => ({
  operationName: act,
  sha256: acts[act].sha256,
});
