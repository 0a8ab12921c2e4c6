// Tasks as sentences: where many say the same they are folded into one line that opens.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { actAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice, queryOf } from '../done.js';
import { taskAddress } from '../task-forms.js';
import { folded } from './folded.js';
import { StaffTasks } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('tasks')
export class TasksPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { tasks } = await page.askWithin(view.area, StaffTasks, { after: queryOf(page).get('after') });
    const speaker = page.speaker(view);
    const { say, name, age, day } = speaker;
    const { edges, pageInfo } = tasks;
    const groups = folded(edges.map(({ node }) => node));
    return page.show(view, {
      heading: say('title'),
      lead: say('lead', { count: edges.length }),
      done: doneNotice(page, speaker),
      tables: [],
      groups: groups.map(({ task, tasks: same }, at) => ({
        id: `task-${at + 1}`,
        what: name('tasks', task),
        count: same.length,
        oldest: age(same[0]?.since ?? speaker.now),
        rows: same.map((one) => ({
          what: one.reference,
          who: one.assignee?.name ?? name('suppliers', one.for),
          age: age(one.since),
          since: say('days.since', { day: day(one.since) }),
          href: taskAddress(one),
          done: actAddress('finish-task', one.id),
        })),
      })),
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/tasks?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    });
  }
}
