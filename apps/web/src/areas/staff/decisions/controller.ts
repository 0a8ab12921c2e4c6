// Decisions: the one queue of the safeguarding lead, each row leading to its form, and how often each gate said no.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { allCases } from '../open-cases.js';
import { doneNotice } from '../done.js';
import { listAddress } from '../addresses.js';
import { lastYear } from '../periods.js';
import { decisionsIn, kinds, queueOf, type Kind } from './queue.js';
import { StaffDecisions } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('decisions')
export class DecisionsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const speaker = page.speaker(view);
    const answer = await page.askWithin(view.area, StaffDecisions, {
      concern: { ...allCases, openConcern: true },
      waiting: { ...allCases, waitingOn: ['safeguardingLead'] },
      sort: { by: 'waitingSince', descending: false },
      paused: 'waiting/facilitator/paused/all',
      ...lastYear(speaker.now),
    });
    const decisions = decisionsIn(answer, speaker);
    const wanted = new URLSearchParams(page.request.url.split('?')[1] ?? '').get('kind');
    const only = kinds.find((kind): kind is Kind => kind === wanted) ?? null;
    const count = (kind: Kind) => decisions.filter((one) => one.kind === kind).length;
    const stopped = count('concern') + count('abuse') + count('stopped');
    return page.show(view, {
      done: doneNotice(page, speaker),
      lead: speaker.say('lead', { count: decisions.length, stopped }),
      chips: {
        label: speaker.say('kinds'),
        links: [
          { text: speaker.say('all'), href: '/decisions', count: decisions.length, current: only === null },
          ...kinds
            .filter((kind) => count(kind) > 0 || kind === only)
            .map((kind) => ({
              text: speaker.say(kind),
              href: `/decisions?kind=${kind}`,
              count: count(kind),
              current: kind === only,
            })),
        ],
      },
      groups: queueOf(decisions, only, speaker),
      quiet: decisions.length === 0,
      gates: (answer.measures?.checkpoints ?? []).map(({ checkpoint, passed, refused }) => ({
        name: speaker.name('checkpoints', checkpoint),
        passed: { ...passed, href: listAddress(passed.list) },
        refused: { ...refused, href: listAddress(refused.list) },
      })),
    });
  }
}
