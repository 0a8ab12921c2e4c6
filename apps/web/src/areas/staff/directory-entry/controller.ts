// One entry of the directory: added, changed, or taken out, by those who keep it.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FieldModel } from '../../../kit/field/field.js';
import { formProblem, type FormProblem } from '../../../server/form-problems.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { form } from './form.js';
import { DirectoryEntry, RecordDirectoryEntry, RemoveDirectoryEntry } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

const texts = ['name', 'organisation', 'description', 'needs', 'areas', 'languages', 'telephone', 'email'] as const;
const more = ['website', 'eligibility', 'cost', 'open'] as const;
type Typed = Readonly<Record<string, unknown>>;

@Controller('directory/:id')
export class DirectoryEntryPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('id') at: string) {
    const isNew = at === 'new';
    const id = isNew ? randomUUID() : at;
    const { supportService: found } = await page.askWithin(staffArea, DirectoryEntry, { id });
    if (!found && !isNew) throw new HttpProblem(404);
    return draw(page, id, isNew, { ...found, isShown: found?.isShown === false ? 'no' : 'yes' }, []);
  }

  @Post()
  async save(@Res() { page }: PageReply, @Param('id') at: string) {
    const { id, ...service } = page.readOwnForm(form);
    const { recordSupportService: done } = await page.ask(RecordDirectoryEntry, { id, service });
    if (!done) throw new HttpProblem(404);
    if (done.wrong.length === 0) return page.go('/directory');
    await page.askWithin(staffArea, DirectoryEntry, { id });
    const problems = done.wrong.map((field) => formProblem(field, page.say(view, 'wrong')));
    return draw(page, id, at === 'new', page.request.body as Typed, problems);
  }

  @Post('remove')
  async remove(@Res() { page }: PageReply, @Param('id') id: string) {
    const { removeSupportService } = await page.ask(RemoveDirectoryEntry, { id });
    if (!removeSupportService) throw new HttpProblem(404);
    return page.go('/directory');
  }
}

function draw(page: PageContext, id: string, isNew: boolean, typed: Typed, problems: readonly FormProblem[]) {
  const { say } = page.speaker(view);
  const hints = { needs: say('needsHint'), areas: say('areasHint'), website: say('websiteHint') } as const;
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '';
  const field = (name: (typeof texts)[number] | (typeof more)[number]): FieldModel => {
    const problem = problems.find(({ href }) => href === `#${name}`);
    const hint = name in hints ? hints[name as keyof typeof hints] : null;
    return {
      control: name === 'description' ? 'area' : 'text',
      name,
      id: name,
      label: say(name),
      error: say('site.error'),
      value: text(typed[name]),
      ...(hint !== null && { hint }),
      ...(problem && { problem: problem.text }),
    };
  };
  const isShown: FieldModel = {
    control: 'tiles',
    name: 'isShown',
    id: 'isShown',
    label: say('isShown'),
    error: say('site.error'),
    items: (['yes', 'no'] as const).map((value) => ({
      value,
      text: say(value === 'yes' ? 'isShown_yes' : 'isShown_no'),
      chosen: typed['isShown'] === value,
    })),
  };
  const fields = [...texts.map(field), ...more.map(field), isShown];
  const named = problems.map((one) => ({ ...one, text: `${say(one.href.slice(1) as 'name')}: ${one.text}` }));
  const shown = { id, isNew, fields, action: `/directory/${isNew ? 'new' : id}` };
  return page.show(view, { ...shown, ...(named.length > 0 && { problems: named }) }, named.length > 0 ? 422 : 200);
}
