// Consent texts: every version as it was published; the next one begins with its words, and is looked at before it is published.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { actFor } from '../acts-of-staff.js';
import { actAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { doneNotice } from '../done.js';
import { StaffTexts } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('consent-texts')
export class ConsentTextsPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    const { me, consentTexts } = await page.askWithin(view.area, StaffTexts);
    const speaker = page.speaker(view);
    const { say, name, day } = speaker;
    const publish = actFor('publishConsentText', me.roles);
    return page.show(view, {
      heading: say('title'),
      lead: say('lead'),
      done: doneNotice(page, speaker),
      deeds: publish ? [{ text: say('publish'), href: actAddress(publish.address) }] : [],
      tables: [],
      texts: consentTexts.map((text, at) => ({
        id: `text-${at + 1}`,
        title: [name('consentPurposes', text.purpose), ...(text.about === null ? [] : [text.about])].join(': '),
        version: say('version', { version: text.version, language: text.language }),
        published: say(text.publishedBy ? 'by' : 'came', {
          day: day(text.publishedAt),
          who: text.publishedBy?.name ?? '',
        }),
        draft: text.draft,
        language: text.language,
        paragraphs: text.words.split(/\n\s*\n/),
        next: publish ? actAddress(publish.address, text.id) : null,
      })),
    });
  }
}
