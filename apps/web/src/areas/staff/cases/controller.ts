// The caseload: a table, and cards on a phone; filters are links and stand in the address.
import { Controller, Get, Res } from '@nestjs/common';
import type { Speaker } from '../../../locale/speaker.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { askedIn, casesAddress, variablesOf, wantedFilters } from './filters.js';
import { StaffCases, type StaffCasesQuery } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });
type Own = keyof typeof en;

@Controller('cases')
export class CasesPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const speaker = page.speaker(view);
    const stages = namesOf('stages').filter((stage) => stage !== 'closed' && stage !== 'ended');
    const asked = askedIn(page.request.url, stages);
    const { caseload } = await page.askWithin(staffArea, StaffCases, variablesOf(asked));
    const begun = { ...asked, after: null, before: null };
    const { pageInfo } = caseload;
    return page.show(view, {
      show: {
        label: speaker.say('filters'),
        links: wantedFilters.map((one) => ({
          text: speaker.say(one),
          href: casesAddress({ ...begun, show: one, reference: '' }),
          current: one === asked.show && asked.reference === '',
        })),
      },
      narrowed: {
        label: speaker.say('narrow'),
        links: [
          {
            text: speaker.say('mine'),
            href: casesAddress({ ...begun, mine: !asked.mine }),
            current: asked.mine,
          },
          ...stages.map((stage) => ({
            text: speaker.name('stages', stage),
            href: casesAddress({ ...begun, stage: asked.stage === stage ? null : stage }),
            current: asked.stage === stage,
          })),
        ],
      },
      reference: asked.reference,
      rows: caseload.edges.map(({ node }) => row(node, speaker)),
      pagination: {
        label: speaker.say('pages'),
        ...(pageInfo.hasPreviousPage && {
          previous: { text: speaker.say('previous'), href: casesAddress({ ...begun, before: pageInfo.startCursor }) },
        }),
        ...(pageInfo.hasNextPage && {
          next: { text: speaker.say('following'), href: casesAddress({ ...begun, after: pageInfo.endCursor }) },
        }),
      },
    });
  }
}

type CaseRow = StaffCasesQuery['caseload']['edges'][number]['node'];

function row(found: CaseRow, { say, name, since }: Speaker<Own>) {
  const { id, reference, stage, step, waiting, declaration } = found;
  if (found.participants === null) {
    // Only asked to take it: the reference, and nothing more (R42).
    const what = say(declaration === 'awaited' ? 'declare' : 'declared');
    return {
      reference,
      href: caseAddress(id, 'asked'),
      stage: name('stages', stage),
      people: '',
      waiting: what,
      since: '',
      tags: [],
    };
  }
  return {
    reference,
    href: caseAddress(id),
    people: found.participants
      .filter(({ left }) => !left)
      .map((person) => person.name ?? name('roles', person.role))
      .join(', '),
    stage: step === null ? name('stages', stage) : `${name('stages', stage)}: ${name('conferenceSteps', step)}`,
    waiting: waiting ? name('suppliers', waiting.on) : '',
    since: waiting?.since ? since(waiting.since) : '',
    lead: found.lead?.name ?? say('noLead'),
    tags: [
      ...(found.openConcerns ? [{ word: say('concern'), kind: 'danger', shape: 'shield' }] : []),
      ...(found.sensitive ? [{ word: say('sensitive'), kind: 'warn', shape: 'flag' }] : []),
    ],
  };
}
