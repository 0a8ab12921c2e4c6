// Files of referrals: one is sent in and looked at first; how far each is, and what went back.
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { formProblem } from '../../../server/form-problems.js';
import { isFor } from '../../../server/area.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { doneNotice, queryOf } from '../done.js';
import { fileForm } from './form.js';
import { StaffReferrals } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('referrals')
export class ReferralsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    return page.show(view, await this.model(page));
  }

  @Post()
  async send(@Res() { page }: PageReply) {
    const model = await this.model(page);
    const sent = fileForm.safeParse(page.request.body);
    const again = (key: 'fileMissing' | 'fileRefused') =>
      page.show(view, { ...model, problems: [formProblem('file', page.say(view, key))] }, 422);
    if (!sent.success) return again('fileMissing');
    const id = await page.sendReferrals(sent.data.file);
    return id === null ? again('fileRefused') : page.go(`/referrals/${id}`);
  }

  private async model(page: PageContext) {
    const { me, referralFiles } = await page.askWithin(view.area, StaffReferrals, {
      after: queryOf(page).get('after'),
    });
    if (!isFor(['coordinator', 'manager'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, moment } = speaker;
    const { edges, pageInfo } = referralFiles;
    return {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      tables: [
        {
          caption: say('files'),
          columns: [
            { text: say('sent') },
            { text: say('whose') },
            { text: say('state') },
            { text: say('taken'), number: true },
            { text: say('returned'), number: true },
          ],
          rows: edges.map(({ node }) => [
            { text: moment(node.sentAt), href: `/referrals/${node.id}` },
            { text: node.from === null ? say('notYet') : name('referrers', node.from) },
            {
              text: name('ReferralFileState', node.state),
              more: node.referrals === null ? '' : say('progress', { done: node.done, of: node.referrals }),
            },
            { text: String(node.taken) },
            { text: String(node.returned) },
          ]),
          empty: say('none'),
        },
      ],
      pagination: {
        label: say('pages'),
        ...(pageInfo.hasNextPage && {
          next: { text: say('following'), href: `/referrals?after=${pageInfo.endCursor ?? ''}` },
        }),
      },
    };
  }
}
