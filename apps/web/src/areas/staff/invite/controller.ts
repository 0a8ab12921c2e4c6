// Invite a participant, help them sign in with a code that a colleague reads out, and end what came of an invitation.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageContext, PageReply } from '../../../server/page-context.js';
import type { ProblemModel } from '../../../kit/problems/problems.js';
import { defineView } from '../../../server/view.js';
import { staffArea } from '../area.js';
import { blockerProblem, type BlockerRead } from '../blockers.js';
import { form, type Asked } from './form.js';
import { inviteModel, type OfPerson } from './models.js';
import { AssistSignIn, InviteParticipant, RevokeInvitation, StaffInvite } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

/** What came of a form: a code to be said once, or what stands before it. */
interface Outcome {
  readonly code?: { readonly what: string; readonly code: string | null; readonly until: string } | undefined;
  readonly blockers?: readonly BlockerRead[];
  readonly field?: string;
}

@Controller('cases/:caseId/people/:participantId/invite')
export class InvitePage {
  @Get()
  show(@Res() { page }: PageReply, @Param() place: OfPerson) {
    return this.answer(page, place, {});
  }

  @Post()
  async send(@Res() { page }: PageReply, @Param() place: OfPerson) {
    const sent = form.safeParse(page.request.body);
    if (!sent.success)
      return this.answer(
        page,
        place,
        {},
        sent.error.issues.map(({ message }) => message as 'howMissing'),
      );
    return this.answer(page, place, await act(page, place, sent.data));
  }

  /** The codes are shown on the answer itself: they are told once and stand in no address and no list. */
  private async answer(
    page: PageContext,
    place: OfPerson,
    { code, blockers }: Outcome,
    missing: (keyof typeof en)[] = [],
  ) {
    const answer = await page.askWithin(staffArea, StaffInvite, { id: place.caseId });
    const speaker = page.speaker(view);
    const model = inviteModel(answer, place, speaker);
    if (model === null) throw new HttpProblem(404);
    const reader = {
      caseId: place.caseId,
      doors: answer.case?.doors ?? [],
      participants: answer.case?.participants ?? null,
    };
    const refused = blockers?.map((one) => blockerProblem(one, reader, speaker));
    const problems: ProblemModel[] = [
      ...missing.map((key) => ({ text: speaker.say(key), href: key === 'howMissing' ? '#how' : '#checked' })),
      ...(refused ?? []),
      ...(refused?.length === 0 ? [{ text: speaker.say('notNow') }] : []),
    ];
    const wrong = { how: missing.includes('howMissing'), checked: missing.includes('checkedMissing') };
    return page.show(
      view,
      { ...model, wrong, told: code ?? null, ...(problems.length > 0 && { problems }) },
      problems.length > 0 ? 422 : 200,
    );
  }
}

async function act(page: PageContext, { caseId, participantId }: OfPerson, asked: Asked): Promise<Outcome> {
  const { moment, say } = page.speaker(view);
  if (asked.act === 'invite') {
    const { invite } = await page.ask(InviteParticipant, { caseId, participantId, how: asked.how });
    if (invite?.__typename !== 'Invited') return { blockers: invite?.blockers ?? [] };
    const until = moment(invite.invitation.expiresAt);
    return { code: { what: say(invite.code === null ? 'sentBySafeWay' : 'invitationCode'), code: invite.code, until } };
  }
  if (asked.act === 'assist') {
    const { assistSignIn } = await page.ask(AssistSignIn, { caseId, participantId, checked: asked.checked });
    if (assistSignIn?.__typename !== 'Assisted') return { blockers: assistSignIn?.blockers ?? [] };
    return { code: { what: say('oneTimeCode'), code: assistSignIn.code, until: moment(assistSignIn.expiresAt) } };
  }
  await page.ask(RevokeInvitation, { caseId, invitationId: asked.invitation });
  return {};
}
