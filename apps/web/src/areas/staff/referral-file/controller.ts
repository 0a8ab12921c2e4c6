// One file of referrals: the fate of each row before anything is taken, progress while it is, and what went back as a file to mend.
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { isFor } from '../../../server/area.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import { actAddress, caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice, queryOf } from '../done.js';
import { StaffReferralFile } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('referrals/:id')
export class ReferralFilePage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('id') id: string) {
    const wanted = queryOf(page).get('from') ?? '';
    const referrers = namesOf('referrers');
    const from = referrers.includes(wanted) ? wanted : (referrers[0] ?? '');
    const file = await this.file(page, id, from, false);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const { preview } = file;
    return page.show(view, {
      heading: say('title'),
      lead: say('lead', { day: day(file.sentAt), state: name('ReferralFileState', file.state) }),
      done: doneNotice(page, speaker),
      problem: file.problem ?? preview?.problem ?? null,
      chips: preview && {
        label: say('whose'),
        links: referrers.map((one) => ({
          text: name('referrers', one),
          href: `/referrals/${id}?from=${one}`,
          current: one === from,
        })),
      },
      deeds: preview && preview.problem === null ? [{ text: say('take'), href: actAddress('take-referrals', id) }] : [],
      facts: {
        wide: true,
        rows: preview
          ? [
              { key: say('rows'), value: String(preview.rows) },
              {
                key: say('wouldBeTaken'),
                value: say('making', { rows: preview.wouldBeTaken, referrals: preview.referrals }),
              },
              { key: say('before'), value: String(preview.before) },
              { key: say('wouldGoBack'), value: String(preview.returnedCount) },
            ]
          : [
              { key: say('progress'), value: say('of', { done: file.done, of: file.referrals ?? 0 }) },
              { key: say('taken'), value: String(file.taken) },
              { key: say('before'), value: String(file.before ?? 0) },
              { key: say('opened'), value: String(file.opened) },
            ],
      },
      tables: [
        preview
          ? {
              caption: say('wouldGoBack'),
              columns: [{ text: say('line') }, { text: say('why') }],
              rows: preview.returned.map(({ line, reason }) => [{ text: String(line) }, { text: reason, lang: 'en' }]),
              empty: say('noneBack'),
            }
          : {
              caption: say('wentBack'),
              columns: [{ text: say('line') }, { text: say('why') }, { text: say('mended') }],
              rows: file.returnedRows.map((row) => [
                { text: String(row.line) },
                { text: row.reason, lang: 'en' },
                row.mendedAt === null
                  ? { text: say('notYet') }
                  : { text: day(row.mendedAt), ...(row.caseId !== null && { href: caseAddress(row.caseId) }) },
              ]),
              empty: say('noneBack'),
            },
        ...(preview
          ? [
              {
                caption: say('remarks'),
                columns: [{ text: say('what') }, { text: say('times'), number: true }],
                rows: preview.remarks.map(({ says, count }) => [{ text: says, lang: 'en' }, { text: String(count) }]),
                empty: say('noRemarks'),
              },
            ]
          : []),
      ],
      back: file.returnedRows.some(({ mendedAt }) => mendedAt === null) ? `/referrals/${id}/returned` : null,
    });
  }

  /** The file to send back to the referrer. */
  @Get('returned')
  async returned(@Res() reply: FastifyReply & PageReply, @Param('id') id: string) {
    const { returnedFile } = await this.file(reply.page, id, namesOf('referrers')[0] ?? '', true);
    if (returnedFile == null) throw new HttpProblem(404);
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', 'attachment; filename="rows-to-mend.csv"')
      .send(returnedFile);
  }

  private async file(page: PageContext, id: string, from: string, whole: boolean) {
    const { me, referralFile } = await page.askWithin(view.area, StaffReferralFile, { id, from, whole });
    if (!referralFile || !isFor(['coordinator', 'manager'], me.roles)) throw new HttpProblem(404);
    return referralFile;
  }
}
