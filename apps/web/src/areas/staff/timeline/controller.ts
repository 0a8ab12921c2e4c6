// The timeline of a case: the journal in plain sentences, by kind, and the case as it was on a past day.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { londonInstant } from '../../../locale/london-instant.js';
import { caseAddress, formAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { caseHead } from '../case/head.js';
import { entryKinds, kindOf, timelineOf, type EntryKind } from '../timeline-items.js';
import { StaffTimeline } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

/** The end of a day in London, unless it is not over: then, and for what is no day, there is no such instant. */
function endOf(day: string, now: string): string | null {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(day) ? londonInstant(day, '23:59') : null;
  return end !== null && end < now ? end : null;
}

@Controller('cases/:caseId/timeline')
export class TimelinePage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string) {
    const speaker = page.speaker(view);
    const query = new URLSearchParams(page.request.url.split('?')[1] ?? '');
    const day = query.get('on') ?? '';
    const at = endOf(day, speaker.now);
    const { me, case: found } = await page.askWithin(staffArea, StaffTimeline, { id, at });
    if (!found?.participants) {
      // Before it was opened there was no case.
      if (at !== null) return page.go(caseAddress(id, 'timeline'));
      throw new HttpProblem(404);
    }
    const entries = (found.journal?.edges ?? []).map(({ node }) => node);
    const wanted = query.get('kind');
    const kind = wanted !== null && Object.hasOwn(entryKinds, wanted) ? (wanted as EntryKind) : null;
    const shown = kind === null ? entries : entries.filter(({ type }) => kindOf(type) === kind);
    const named = new Map(found.participants.map((one) => [one.id, one.name ?? speaker.name('roles', one.role)]));
    return page.show(view, {
      head: caseHead(found, 'timeline', speaker, me.roles),
      reference: found.reference,
      on: at === null ? '' : day,
      asItStood:
        at === null
          ? null
          : speaker.say('asThen', { day: speaker.day(day), stage: speaker.name('stages', found.stage) }),
      chips: {
        label: speaker.say('kinds'),
        links: [
          {
            text: speaker.say('all'),
            href: address(id, null, at && day),
            count: entries.length,
            current: kind === null,
          },
          ...(Object.keys(entryKinds) as EntryKind[]).flatMap((one) => {
            const count = entries.filter(({ type }) => kindOf(type) === one).length;
            if (count === 0) return [];
            return [{ text: speaker.say(one), href: address(id, one, at && day), count, current: kind === one }];
          }),
        ],
      },
      timeline: timelineOf(shown, named, me.id, speaker),
      more: found.journal?.pageInfo.hasPreviousPage ?? false,
      action: caseAddress(id, 'timeline'),
      concernAt: formAddress(id, 'raise-concern'),
    });
  }
}

function address(id: string, kind: EntryKind | null, on: string | null): string {
  const query = new URLSearchParams({ ...(kind !== null && { kind }), ...(on !== null && { on }) }).toString();
  return caseAddress(id, query === '' ? 'timeline' : `timeline?${query}`);
}
