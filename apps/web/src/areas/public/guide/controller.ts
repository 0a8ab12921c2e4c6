// The public pages to read: as they are written, in Easy Read, in large print, and for paper.
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { guidePages, type Guide } from '../../../content/guide.js';
import { GUIDE } from '../../../ports.js';
import type { PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { publicArea } from '../area.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, publicArea, { en, cy });

/** The forms of a page by their address below it; Easy Read is written apart, the others are the same words drawn otherwise. */
const forms = ['easy-read', 'large-print', 'print'] as const;

@Controller('read')
export class GuideController {
  constructor(@Inject(GUIDE) private readonly guide: Guide) {}

  @Get()
  list(@Res() { page }: PageReply) {
    const titles = guidePages.map((name) => ({ name, title: this.guide(name, page.language, 'plain').title }));
    return page.show(view, { tab: page.say(view, 'title'), pages: titles, current: null });
  }

  @Get(':name')
  plain(@Res() reply: PageReply, @Param('name') name: string) {
    return this.show(reply, name, 'plain');
  }

  @Get(':name/:form')
  inForm(@Res() reply: PageReply, @Param('name') name: string, @Param('form') form: string) {
    const known = forms.find((one) => one === form);
    if (!known) throw new HttpProblem(404);
    return this.show(reply, name, known);
  }

  private show({ page }: PageReply, name: string, form: 'plain' | (typeof forms)[number]) {
    const known = guidePages.find((one) => one === name);
    if (!known) throw new HttpProblem(404);
    const { tab, html } = this.guide(known, page.language, form === 'easy-read' ? 'easy' : 'plain');
    return page.show(view, { tab, html, current: known, form: form === 'plain' ? null : form, pages: [] });
  }
}
