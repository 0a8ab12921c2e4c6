// Referring oneself: one question a page, kept after each answer, sent when the person has looked it over. No address holds an answer.
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiError } from '../../../api/api-error.js';
import { LOOK } from '../../../ports.js';
import type { Look } from '../../../look/look.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { referArea } from '../area.js';
import { answersIn, codeForm, saidIn } from './form.js';
import { fieldsOf, linesOf } from './models.js';
import {
  BeginSelfReferral,
  LeaveSelfReferral,
  ResumeSelfReferral,
  SaveSelfReferral,
  SelfReferral,
  SendSelfReferral,
} from './page.generated.js';
import { after, asked, before, neighbourOf, steps, type Said, type Step } from './steps.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, referArea, { en, cy });
type Opening = { readonly code: string; readonly session: string };

@Controller('refer')
export class ReferPage {
  constructor(@Inject(LOOK) private readonly look: Look) {}

  /** Ends what is open in this browser; the code opens it again. */
  static async leave(page: PageContext): Promise<void> {
    const opening = page.flowState.read('selfReferral');
    if (opening) await page.ask(LeaveSelfReferral, opening, null);
  }

  @Get()
  begin(@Res() { page }: PageReply) {
    if (!page.cookies.isTold()) return page.go('/before/refer');
    return page.show(view, { part: 'start' });
  }

  @Get('code')
  async code(@Res() { page }: PageReply) {
    const open = await this.open(page);
    if (!open) return page.go('/refer/back');
    const next = asked(open.said).find(({ questions }) => questions.every(({ name }) => !(name in open.said)));
    return page.show(view, { part: 'code', code: open.code, goOn: `/refer/${next?.name ?? 'check'}` });
  }

  @Get('back')
  comeBack(@Res() { page }: PageReply) {
    return page.show(view, { part: 'back' });
  }

  @Post('back')
  async resume(@Res() { page }: PageReply) {
    const sent = codeForm.safeParse(page.request.body);
    const opened = sent.success ? (await page.ask(ResumeSelfReferral, sent.data, null)).resumeSelfReferral : null;
    if (!opened)
      return page.show(view, { part: 'back', problems: [{ text: page.say(view, 'codeWrong'), href: '#code' }] }, 422);
    page.flowState.keep('selfReferral', opened);
    return page.go('/refer/check');
  }

  @Get('paper')
  paper(@Res() { page }: PageReply) {
    const all = steps.map((step) => ({ name: step.name, fields: fieldsOf(page.speaker(view), step, {}, this.look) }));
    return page.show(view, { part: 'paper', all, form: 'print' });
  }

  @Get('check')
  async check(@Res() { page }: PageReply) {
    const open = await this.open(page);
    if (!open) return page.go('/refer/back');
    if (open.sent) return page.go('/refer/done');
    return page.show(view, {
      part: 'check',
      lines: linesOf(page.speaker(view), open.said, this.look),
      code: open.code,
    });
  }

  @Post('check')
  async send(@Res() { page }: PageReply) {
    const open = await this.open(page);
    if (!open) return page.go('/refer/back');
    const { code, session, said } = open;
    const outside = neighbourOf(said, this.look);
    const { sendSelfReferral: outcome } = await page.ask(SendSelfReferral, { code, session, outside }, null);
    if (outcome === 'taken') return page.go('/refer/done');
    if (outcome === 'gone') return page.go('/refer/back');
    const lines = linesOf(page.speaker(view), said, this.look);
    const words = { wait: 'sendWait', look: 'sendLook', empty: 'sendEmpty' } as const;
    return page.show(
      view,
      { part: 'check', lines, code, problems: [{ text: page.say(view, words[outcome]), href: '#send' }] },
      422,
    );
  }

  @Get('done')
  async done(@Res() { page }: PageReply) {
    const open = await this.open(page);
    if (!open?.sent) return page.go('/refer/back');
    const { said, sent, code } = open;
    const handedTo = neighbourOf(said, this.look);
    const day = page.speaker(view).longDay(sent.by);
    return page.show(view, {
      part: 'done',
      day,
      handedTo,
      isUrgent: sent.isUrgent,
      comesBack: said['safe']?.includes('never'),
      code,
    });
  }

  @Get(':step')
  async question(@Res() { page }: PageReply, @Param('step') name: string) {
    const step = stepNamed(name);
    const open = await this.open(page);
    if (!open && name !== 'safe') return page.go('/refer/back');
    if (open?.sent) return page.go('/refer/done');
    return this.ask(page, step, open?.said ?? {});
  }

  @Post(':step')
  async answer(@Res() { page }: PageReply, @Param('step') name: string) {
    const step = stepNamed(name);
    const typed = answersIn(step, page.request.body);
    try {
      return await this.keep(page, step, typed);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return this.ask(page, step, typed, error.code === 'INVALID' ? refused.long : refused.away);
    }
  }

  /** Keeps what was typed and goes on. Where it cannot be kept it stays on the page: nothing that somebody typed is lost. */
  private async keep(page: PageContext, step: Step, typed: Said) {
    const answers = Object.entries(typed).map(([question, said]) => ({ question, said }));
    const open = (await this.open(page)) ?? (await this.reopen(page));
    if (open?.sent) return page.go('/refer/done');
    if (!open && step.name === 'safe') {
      const { beginSelfReferral: opened } = await page.ask(BeginSelfReferral, { answers }, null);
      if (!opened) return this.ask(page, step, typed, refused.many);
      page.flowState.keep('selfReferral', opened);
      return page.go('/refer/code');
    }
    const { code, session } = open ?? { code: '', session: '' };
    const saved = open && (await page.ask(SaveSelfReferral, { code, session, answers }, null)).saveSelfReferral;
    if (!saved) return this.ask(page, step, typed, codeIn(page) === null ? refused.closed : refused.code);
    page.flowState.keep('selfReferral', { code, session });
    const next = after(step.name, { ...open.said, ...typed });
    return page.go(next ? `/refer/${next.name}` : '/refer/check');
  }

  private ask(page: PageContext, step: Step, said: Said, problem?: Refused) {
    const all = asked(said);
    const previous = before(step.name, said);
    return page.show(
      view,
      {
        part: 'question',
        step: step.name,
        fields: fieldsOf(page.speaker(view), step, said, this.look),
        number: all.findIndex(({ name }) => name === step.name) + 1,
        of: all.length,
        previous: previous ? `/refer/${previous.name}` : '/refer',
        asksCode: problem?.asksCode ?? false,
        ...(problem && {
          problems: [{ text: page.say(view, problem.says), href: problem.asksCode ? '#code' : '#main' }],
        }),
      },
      problem?.status ?? 200,
    );
  }

  /** Opens the answers with the code that was typed beside an answer, after their hour was over. */
  private async reopen(page: PageContext): ReturnType<ReferPage['open']> {
    const code = codeIn(page);
    const opened = code === null ? null : (await page.ask(ResumeSelfReferral, { code }, null)).resumeSelfReferral;
    if (!opened) return null;
    page.flowState.keep('selfReferral', opened);
    return this.open(page);
  }

  /** What is open in this browser; null when nothing is, or its days are over. */
  private async open(
    page: PageContext,
  ): Promise<(Opening & { said: Said; sent: { by: string; isUrgent: boolean } | null }) | null> {
    const opening = page.flowState.read('selfReferral');
    if (!opening) return null;
    const { selfReferral } = await page.ask(SelfReferral, opening, null);
    return selfReferral && { ...opening, said: saidIn(selfReferral.answers), sent: selfReferral.sent };
  }
}

/** Why an answer was not kept, and what is asked for then. */
interface Refused {
  readonly says: Extract<keyof typeof en, string>;
  readonly status: number;
  readonly asksCode?: boolean;
}
const refused = {
  many: { says: 'beginWait', status: 429 },
  away: { says: 'answerAway', status: 503 },
  long: { says: 'answerLong', status: 422 },
  closed: { says: 'answerClosed', status: 422, asksCode: true },
  code: { says: 'codeWrong', status: 422, asksCode: true },
} as const satisfies Record<string, Refused>;

function codeIn(page: PageContext): string | null {
  const sent = codeForm.safeParse(page.request.body);
  return sent.success ? sent.data.code : null;
}

function stepNamed(name: string): Step {
  const step = steps.find((one) => one.name === name);
  if (!step) throw new HttpProblem(404);
  return step;
}
