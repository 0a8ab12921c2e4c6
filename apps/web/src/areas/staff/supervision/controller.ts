// Supervision: sign-offs that wait for this supervisor, and the cases of those they supervise.
import { Controller, Get, Res } from '@nestjs/common';
import { commandFor, suppliedBy } from '../../../command-form/supplied-by.js';
import { caseCell } from '../../../kit/table/table.js';
import type { WorkRow } from '../../../kit/work/work.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { formFor } from '../forms-of-commands.js';
import { openCases } from '../open-cases.js';
import { taskAddress } from '../task-forms.js';
import { StaffSupervision, type StaffSupervisionQuery } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });
type Supervised = StaffSupervisionQuery['caseload']['edges'][number]['node'];
type Task = StaffSupervisionQuery['tasks']['edges'][number]['node'];

@Controller('supervision')
export class SupervisionPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { caseload, tasks } = await page.askWithin(view.area, StaffSupervision, openCases);
    const speaker = page.speaker(view);
    const { say, name } = speaker;
    const supervised = caseload.edges.map(({ node }) => node).filter(({ duty }) => duty === 'supervisor');
    const mine = new Set(supervised.map(({ id }) => id));
    const waits = supervised
      .filter(({ waiting }) => waiting?.on === 'supervisor')
      .map((one) => waitingRow(one, speaker));
    const todo = tasks.edges
      .map(({ node }) => node)
      .filter((task) => mine.has(task.caseId) && task.for === 'supervisor')
      .map((task) => taskRow(task, speaker));
    return page.show(view, {
      work: { id: 'sign', title: say('sign'), shape: 'shield', kind: 'warn', rows: [...waits, ...todo] },
      table: {
        caption: say('cases'),
        columns: [{ text: say('case') }, { text: say('stage') }, { text: say('who') }, { text: say('waits') }],
        rows: supervised.map(({ id, reference, stage, step, lead, waiting, openConcerns }) => [
          {
            ...caseCell(reference, caseAddress(id)),
            ...(openConcerns && { tag: { word: say('concern'), kind: 'danger', shape: 'shield' } }),
          },
          { text: step === null ? name('stages', stage) : name('conferenceSteps', step) },
          { text: lead?.name ?? say('nobody') },
          waiting
            ? { text: name('suppliers', waiting.on), ...(waiting.since && { more: speaker.since(waiting.since) }) }
            : { text: '' },
        ]),
        empty: say('none'),
      },
    });
  }
}

type Own = keyof typeof en;
const when = (since: string, { age, day, say }: Speaker<Own>) => ({
  age: age(since),
  since: say('days.since', { day: day(since) }),
});

function waitingRow({ id, reference, lead, flags, waiting }: Supervised, speaker: Speaker<Own>): WorkRow {
  const form = formFor(suppliedBy(waiting?.rule ?? ''));
  const next = commandFor(waiting?.nextStep ?? '');
  return {
    what: speaker.say('before', { step: next === null ? '' : speaker.name('steps', next) }),
    why: [lead?.name ?? speaker.say('nobody'), ...(flags ?? []).map((flag) => speaker.name('riskFlags', flag))].join(
      ' · ',
    ),
    ref: reference,
    ...when(waiting?.since ?? speaker.now, speaker),
    href: form ? formAddress(id, form.address) : caseAddress(id),
  };
}

const taskRow = (task: Task, speaker: Speaker<Own>): WorkRow => ({
  what: speaker.name('tasks', task.task),
  why: '',
  ref: task.reference,
  ...when(task.since, speaker),
  href: taskAddress(task),
});
