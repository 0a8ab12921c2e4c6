// Find a person: by name, number, birth date or crime reference, on one side at a time. What is typed is sent, not followed, so that no address tells it.
import { Controller, Get, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { formProblems, type FormProblem } from '../../../server/form-problems.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { isFor } from '../../../server/area.js';
import { staffArea } from '../area.js';
import { finders, form, type Sought } from './form.js';
import { foundModel, sidesFor, whatIsWrong } from './models.js';
import { FindPeople, WhoFinds } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('find')
export class FindPage {
  @Get()
  async form(@Res() { page }: PageReply) {
    const { me } = await page.askWithin(staffArea, WhoFinds);
    if (!isFor(finders, me.roles)) throw new HttpProblem(404);
    return this.show(page, me.roles, {});
  }

  @Post()
  async find(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    if (!sent.success) {
      const { me } = await page.askWithin(staffArea, WhoFinds);
      if (!isFor(finders, me.roles)) throw new HttpProblem(404);
      const problems = formProblems<keyof typeof en>(sent.error, (key) => page.say(view, key));
      return this.show(page, me.roles, { problems, ...typedIn(page.request.body) }, 422);
    }
    const { words, side, after } = sent.data;
    const asked = { search: words, side: side === 'all' ? null : side, after: after ?? null };
    const { me, people } = await page.askWithin(staffArea, FindPeople, asked);
    if (!isFor(finders, me.roles)) throw new HttpProblem(404);
    return this.show(page, me.roles, { words, side, ...foundModel(people, page.speaker(view)) });
  }

  private show(
    page: PageContext,
    roles: readonly string[],
    more: Partial<Sought> & { readonly problems?: readonly FormProblem[] },
    status = 200,
  ) {
    const speaker = page.speaker(view);
    return page.show(view, { sides: sidesFor(roles, more.side, speaker), wrong: whatIsWrong(more), ...more }, status);
  }
}

/** What was typed is repeated where it did not fit. */
const typedIn = (body: unknown) =>
  z
    .object({ words: z.string().max(200).catch('') })
    .catch({ words: '' })
    .parse(body);
