// A case in preparation over HTTP, and what a participant sees of it.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import type { ReadingApi } from '../../../../test/harness/api/reading-api.js';
import type { Said } from '../../../../test/scenario/answer-blocker.js';

const consents =
  'consents { purpose processId about asks answer answeredAt textVersion language reaskOn asked canGive canDefer canWithdraw }';
/** What a participant's page asks for. */
export const mine = `{ myCases { id participantId role stage words appropriateAdult safeContact { checkedAt channels }
  messages { on template words } ${consents}
  processes { id type part stage words meeting { startsAt } communications { id kind sent sha256 passedOn receipt } ${consents} } } }`;
type Asked = { purpose: string; answer: string | null; asked: boolean; canWithdraw: boolean };
type Mine = {
  stage: string;
  messages: { template: string }[];
  consents: Asked[];
  processes: { stage: string; meeting: object | null; consents: Asked[] }[];
};
/** What a person is asked by the service, and in each process of theirs. */
export const asksOf = (part: Mine | undefined): Asked[] => [
  ...(part?.consents ?? []),
  ...(part?.processes ?? []).flatMap((own) => own.consents),
];
/** What a participant sees of their cases. */
export const readMine = async (api: ReadingApi, actor: Actor) => (await api.read(actor, mine)).myCases as Mine[];
const reached = (by: Said['by'], participantId: Id): Said => ({
  by,
  type: 'contact.attempted',
  participantId,
  channel: 'phone',
  outcome: 'reached',
  aim: 'substance',
});

/** A case in preparation, with both sides spoken with. */
export async function aCaseInPreparation(api: ReadingApi) {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const [processId = ''] = Object.keys((await api.facts(id)).processes);
  const [harmed, responsible] = [await api.participant(id, 'harmed'), await api.participant(id, 'responsible')];
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.lead, type: 'suitability.decided', processId, suitable: true, reason: randomUUID() });
  for (const { id: who } of [harmed, responsible]) {
    await api.say(id, {
      by: staff.lead,
      type: 'safeContact.recorded',
      participantId: who,
      channels: ['phone', 'post'],
    });
    await api.say(id, reached(staff.lead, who));
  }
  await api.clearTheWay(id, 'preparation.begun');
  await api.say(id, { by: staff.lead, type: 'preparation.begun', processId });
  return { id, processId, harmed, responsible };
}
