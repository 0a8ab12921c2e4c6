// Organisations and agreements: with whom the service may share today, and until when.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { actFor } from '../acts-of-staff.js';
import { actAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice } from '../done.js';
import type { ListsModel } from '../lists.js';
import { StaffOrganisations } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('organisations')
export class OrganisationsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, organisations } = await page.askWithin(view.area, StaffOrganisations);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const [add, agree, end] = [
      actFor('recordOrganisation', me.roles),
      actFor('recordSharingAgreement', me.roles),
      actFor('endSharingAgreement', me.roles),
    ];
    const agreements = organisations.flatMap((one) => one.agreements.map((each) => ({ ...each, whose: one.name })));
    const lists: ListsModel = {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      deeds: add ? [{ text: say('add'), href: actAddress(add.address) }] : [],
      tables: [
        {
          caption: say('organisations'),
          columns: [
            { text: say('name') },
            { text: say('law') },
            { text: say('role') },
            { text: say('now') },
            { text: say('next') },
          ],
          rows: organisations.map((one) => [
            { text: one.name },
            { text: name('Regime', one.regime) },
            { text: name('DataRole', one.role) },
            one.inForce
              ? { text: '', tag: { word: say('inForce'), kind: 'good', shape: 'check' } }
              : { text: '', tag: { word: say('notInForce'), kind: 'quiet', shape: 'dash' } },
            agree ? { text: say('agree'), href: actAddress(agree.address, one.id), says: one.name } : { text: '' },
          ]),
          empty: say('none'),
        },
        {
          caption: say('agreements'),
          columns: [
            { text: say('with') },
            { text: say('where') },
            { text: say('first') },
            { text: say('last') },
            { text: say('next') },
          ],
          rows: agreements.map((one) => [
            { text: one.whose },
            { text: one.reference },
            { text: day(one.startsOn) },
            one.endedOn === null
              ? { text: day(one.endsOn) }
              : { text: day(one.endedOn), more: say('early', { day: day(one.endsOn) }) },
            end && one.endedOn === null
              ? { text: say('end'), href: actAddress(end.address, one.id), says: `${one.whose}, ${one.reference}` }
              : { text: '' },
          ]),
          empty: say('noAgreement'),
        },
      ],
    };
    return page.show(view, lists);
  }
}
