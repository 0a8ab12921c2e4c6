// Keeping: how long, what is due now, the proposal and its second person, and the runs.
import { Controller, Get, Res } from '@nestjs/common';
import { isFor } from '../../../server/area.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { actAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffRetention } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('retention')
export class RetentionPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const answer = await page.askWithin(view.area, StaffRetention);
    const { me, recordClasses, retentionDryRun: now, retentionProposal: proposal, retentionRuns: runs } = answer;
    if (!isFor(['manager'], me.roles)) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const counted = (counts: readonly { readonly class: string; readonly count: number }[]) =>
      counts.map((one) => `${name('RecordClassName', one.class)}: ${one.count}`).join('; ') || say('nothing');
    const mine = proposal?.proposedBy.id === me.id;
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      deeds: [{ text: say('propose'), href: actAddress('propose-retention') }],
      tables: [
        {
          caption: say('now'),
          columns: [{ text: say('what') }, { text: say('records') }, { text: say('next') }],
          rows: [
            [
              { text: say('due') },
              { text: counted(now?.counts ?? []), more: say('held', { count: now?.held.length ?? 0 }) },
              { text: '' },
            ],
            ...(proposal
              ? [
                  [
                    {
                      text: say('proposed'),
                      more: say('by', { who: proposal.proposedBy.name ?? '', day: day(proposal.proposedAt) }),
                    },
                    { text: counted(proposal.counts) },
                    proposal.approvedAt !== null
                      ? {
                          text: say('approved', {
                            who: proposal.approvedBy?.name ?? '',
                            day: day(proposal.approvedAt),
                          }),
                        }
                      : mine
                        ? { text: say('another') }
                        : { text: say('approve'), href: actAddress('approve-retention') },
                  ],
                ]
              : []),
          ],
          empty: say('nothing'),
        },
        {
          caption: say('classes'),
          columns: [
            { text: say('records') },
            { text: say('basis') },
            { text: say('howLong') },
            { text: say('since') },
            { text: say('next') },
          ],
          rows: recordClasses.map((one) => [
            { text: name('RecordClassName', one.class) },
            { text: name('LawfulBasis', one.lawfulBasis) },
            { text: one.howLong, lang: 'en' },
            one.setAt === null ? { text: say('example') } : { text: day(one.setAt) },
            {
              text: say('change'),
              href: actAddress('set-record-class', one.class),
              says: name('RecordClassName', one.class),
            },
          ]),
          empty: say('nothing'),
        },
        {
          caption: say('runs'),
          columns: [
            { text: say('number') },
            { text: say('when') },
            { text: say('records') },
            { text: say('stayed'), number: true },
          ],
          rows: runs.map((one) => [
            { text: String(one.seq) },
            { text: day(one.at) },
            { text: counted(one.counts) },
            { text: String(one.held) },
          ]),
          empty: say('noRun'),
        },
      ],
    };
    return page.show(view, lists);
  }
}
