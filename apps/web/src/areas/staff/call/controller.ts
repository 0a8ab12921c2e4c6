// Phone-first intake: one form that keeps up with somebody talking, and a page that says who has it now.
import { Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { LOOK } from '../../../ports.js';
import type { Look } from '../../../look/look.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import { answerCommand, newCommand } from '../../../server/answer-command.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import { defineView } from '../../../server/view.js';
import { neighbourOf } from '../../public/refer/steps.js';
import { caseAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { partsOf } from './fields.js';
import { answersOf, form, type CallForm } from './form.js';
import { StaffCall, StaffCallTaken, TakeCall } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });
/** Who has it now, in addresses and sentences. */
const taken = { safeguardingLead: 'toSafeguardingLead', worker: 'toWorker', coordinator: 'toCoordinator' } as const;

@Controller('call')
export class CallPage {
  constructor(@Inject(LOOK) private readonly look: Look) {}

  @Get()
  async show(@Res() { page }: PageReply) {
    return page.show(view, { ...(await this.shown(page, {}, [])), command: newCommand() });
  }

  @Post()
  send(@Res() { page }: PageReply) {
    return answerCommand(page, {
      view,
      form,
      data: (problems) => this.shown(page, page.request.body as Record<string, unknown>, problems),
      send: async (typed, { key }) => {
        const { takeCall } = await page.ask(TakeCall, { call: this.callOf(typed, key) });
        if (!takeCall) return { __typename: 'Refused', why: 'notPermitted', blockers: [] };
        const { to, caseId } = takeCall;
        return { __typename: 'Told', made: caseId === null ? to : `${to}?case=${caseId}` };
      },
      goTo: (_form, made) => `/call/taken/${made ?? ''}`,
    });
  }

  /** The address says who has it, and holds an id at most. */
  @Get('taken/:to')
  async taken(@Res() { page }: PageReply, @Param('to') to: string, @Query('case') caseId?: string) {
    if (!Object.hasOwn(taken, to)) throw new HttpProblem(404);
    await page.askWithin(staffArea, StaffCallTaken);
    const isId = /^[\da-f-]{36}$/.test(caseId ?? '');
    return page.show(view, {
      taken: taken[to as keyof typeof taken],
      isUrgent: to === 'safeguardingLead',
      caseHref: isId ? caseAddress(caseId ?? '') : null,
    });
  }

  private callOf(typed: CallForm, key: string) {
    const { beganAt, risk = '', worker = '' } = typed;
    const outside = neighbourOf({ area: [typed.area ?? ''], handOver: [typed.handOver ?? ''] }, this.look);
    return { key, beganAt, answers: answersOf(typed), risk: risk || null, outside, workerId: worker || null };
  }

  private async shown(page: PageContext, typed: Readonly<Record<string, unknown>>, problems: readonly ProblemModel[]) {
    const { staff } = await page.askWithin(staffArea, StaffCall);
    const parts = partsOf(page.speaker(view), typed, this.look, staff, problems);
    return { parts, beganAt: typed['beganAt'] ?? new Date().toISOString(), hasWorkers: staff.length > 0 };
  }
}
