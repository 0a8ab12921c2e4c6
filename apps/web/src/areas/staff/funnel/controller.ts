// From referral to closing in a period of days, with medians, losses, checkpoints and deviations.
import { Controller, Get, Res } from '@nestjs/common';
import { isCalendarDate } from '#libs/time';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { lastYear, type PeriodRead } from '../periods.js';
import { deviations, gates, losses, medians, steps } from './figures.js';
import { StaffFunnel } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

/** The period that the address asks for; where it asks for none that can be, the last twelve months. */
function periodIn(url: string, now: string): PeriodRead {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  return isCalendarDate(from) && isCalendarDate(to) && from <= to ? { from, to } : lastYear(now);
}

@Controller('funnel')
export class FunnelPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const speaker = page.speaker(view);
    const period = periodIn(page.request.url, speaker.now);
    const { measures } = await page.askWithin(view.area, StaffFunnel, period);
    if (!measures) throw new HttpProblem(404);
    return page.show(view, {
      period,
      lead: speaker.say('lead', { from: speaker.day(period.from), to: speaker.day(period.to) }),
      figures: [steps(measures, speaker), medians(measures, speaker)],
      tables: [losses(measures, speaker), gates(measures, speaker), deviations(measures, speaker)],
    });
  }
}
