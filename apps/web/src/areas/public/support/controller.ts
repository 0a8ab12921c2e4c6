// Who else can help: the directory searched by need, area and words. What was looked for is sent, not followed, so that no address tells it.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { callTo } from '../../../look/look.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { publicArea } from '../area.js';
import { form } from './form.js';
import { Support } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, publicArea, { en, cy });

@Controller('support')
export class SupportPage {
  @Get()
  all(@Res() { page }: PageReply) {
    return this.show(page, { need: '', area: '', words: '' });
  }

  @Post()
  search(@Res() { page }: PageReply) {
    return this.show(page, page.readOwnForm(form));
  }

  private async show(page: PageContext, { need, area, words }: { need: string; area: string; words: string }) {
    const asked = { need: need || null, area: area || null, words: words || null };
    const { supportServices, supportTopics } = await page.ask(Support, asked, null);
    const choice = (chosen: string, names: readonly string[]) =>
      names.map((name) => ({
        value: name,
        text: name.replace(/^./, (first) => first.toUpperCase()),
        selected: name === chosen,
      }));
    const checked = page.speaker(view);
    return page.show(view, {
      needs: choice(need, supportTopics.needs),
      areas: choice(area, supportTopics.areas),
      typed: words,
      isSearched: [need, area, words].some(Boolean),
      found: supportServices.edges.map(({ node }) => ({
        ...node,
        call: callTo(node.telephone),
        checked: node.checkedOn === null ? null : checked.day(node.checkedOn),
      })),
    });
  }
}
