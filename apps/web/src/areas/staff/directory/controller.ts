// The directory for those who keep it: what was checked too long ago comes first; an entry is checked in one step; a file is taken, with its bad rows back.
import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { formProblem } from '../../../server/form-problems.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { backForm, fileForm } from './form.js';
import { CheckDirectoryEntry, StaffDirectory, TakeDirectoryRows } from './page.generated.js';
import { partsOf, rowsIn } from './rows.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('directory')
export class StaffDirectoryPage {
  @Get()
  show(@Res() { page }: PageReply, @Query() { words = '', overdue, after }: Record<string, string | undefined>) {
    return list(page, { words: words.slice(0, 200), isOverdue: overdue === 'yes', after: after ?? null });
  }

  @Post(':id/checked')
  async checked(@Res() { page }: PageReply, @Param('id') id: string) {
    const { checkSupportService } = await page.ask(CheckDirectoryEntry, { id });
    if (!checkSupportService) throw new HttpProblem(404);
    return page.go('/directory');
  }

  @Post('file')
  async take(@Res() { page }: PageReply) {
    const sent = fileForm.safeParse(page.request.body);
    const rows = sent.success ? rowsIn(sent.data.file.toString('utf8')) : null;
    if (rows === null) {
      const says = page.say(view, sent.success ? 'notJson' : 'fileMissing');
      return list(page, { words: '', isOverdue: false, after: null }, [formProblem('file', says)]);
    }
    const { parts, tooLong } = partsOf(rows);
    const taken = { added: 0, changed: 0 };
    const rejected = tooLong.map((row) => ({ row, reason: page.say(view, 'rowLong') }));
    for (const part of parts) {
      const { takeSupportServices: one } = await page.ask(TakeDirectoryRows, part);
      if (!one) throw new HttpProblem(404);
      taken.added += one.added;
      taken.changed += one.changed;
      rejected.push(...one.rejected);
    }
    const back = rejected.toSorted((one, other) => one.row - other.row);
    const original = back.map(({ row, reason }) => ({ row, reason, original: rows[row - 1] }));
    const counts = page.say(view, 'taken', { ...taken, rejected: back.length });
    return this.shown(page, { taken: counts, rejected: back, file: JSON.stringify(original, null, 2) });
  }

  /** What was left out, as a file to mend. Nothing of it was kept here: the page that says what was left out holds it. */
  @Post('left-out')
  leftOut(@Res() reply: FastifyReply & PageReply) {
    const { rows } = reply.page.readOwnForm(backForm);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="left-out.json"')
      .send(rows);
  }

  private async shown(page: PageContext, data: object) {
    assertKeeps((await page.askWithin(staffArea, StaffDirectory, { words: null, overdue: null, after: null })).me);
    return page.show(view, data);
  }
}

/** A courtesy, as in every area: the API alone decides. For whoever does not keep the directory the page is not there. */
function assertKeeps({ roles }: { readonly roles: readonly string[] }): void {
  const held = new Set(roles);
  if (!held.has('coordinator') && !held.has('manager')) throw new HttpProblem(404);
}

/** What is listed. */
interface Listed {
  readonly words: string;
  readonly isOverdue: boolean;
  readonly after: string | null;
}

async function list(page: PageContext, { words, isOverdue, after }: Listed, problems?: readonly object[]) {
  const asked = { words: words || null, overdue: isOverdue || null, after };
  const { me, keptSupportServices: found } = await page.askWithin(staffArea, StaffDirectory, asked);
  assertKeeps(me);
  const speaker = page.speaker(view);
  const query = (more: Record<string, string>) => `/directory?${new URLSearchParams(more).toString()}`;
  const kept = { ...(words && { words }), ...(isOverdue && { overdue: 'yes' }) };
  const { hasNextPage, endCursor } = found.pageInfo;
  return page.show(
    view,
    {
      words,
      isOverdue,
      chips: {
        label: speaker.say('title'),
        links: [
          { href: '/directory', text: speaker.say('all'), current: !isOverdue },
          { href: '/directory?overdue=yes', text: speaker.say('overdue'), current: isOverdue },
        ],
      },
      entries: found.edges.map(({ node }) => ({
        ...node,
        needs: node.needs.join(', '),
        checked: node.checkedOn === null ? speaker.say('never') : speaker.day(node.checkedOn),
        checkedTodayOf: speaker.say('checkedTodayOf', { name: node.name }),
      })),
      next: hasNextPage ? query({ ...kept, after: endCursor ?? '' }) : null,
      ...(problems && { problems }),
    },
    problems ? 422 : 200,
  );
}
