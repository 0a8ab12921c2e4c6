// One demo case in which both people have been spoken with, so that they can be invited to sign in.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { tell, type CaseStore, type Clock, type UnstampedEvent } from '#libs/casework';
import { demoId } from './staff.js';

const staff = (number: number, serviceId: Id, role: 'facilitator' | 'coordinator'): Actor => ({
  kind: 'staff',
  id: demoId(number),
  serviceId,
  roles: [role],
});

/** Farida Facilitator, who leads the case. */
export const demoLead = (serviceId: Id): Actor => staff(11, serviceId, 'facilitator');

/** Says what was done until both were reached by telephone. Throws when the case refuses, which is a fault of the demonstration. */
export async function reachBoth(
  store: CaseStore,
  clock: Clock,
  serviceId: Id,
  caseId: Id,
  participantIds: readonly Id[],
): Promise<void> {
  const [lead, coordinator] = [demoLead(serviceId), staff(15, serviceId, 'coordinator')];
  const duty = { staffId: lead.id, duty: 'lead' };
  const happened: readonly (readonly [Actor, UnstampedEvent])[] = [
    [coordinator, { type: 'facilitator.asked', ...duty } as UnstampedEvent],
    [lead, { type: 'conflict.declared', staffId: lead.id, connected: false } as UnstampedEvent],
    [coordinator, { type: 'facilitator.assigned', ...duty } as UnstampedEvent],
    [coordinator, { type: 'checkpoint.passed', checkpoint: 'referral' }],
    [lead, { type: 'words.read' }],
    ...participantIds.flatMap((participantId): (readonly [Actor, UnstampedEvent])[] => [
      [lead, { type: 'safeContact.recorded', participantId, channels: ['phone', 'post'] }],
      [lead, { type: 'needs.recorded', participantId, language: 'en', needs: [] }],
      [lead, { type: 'contact.attempted', participantId, channel: 'phone', outcome: 'reached', aim: 'substance' }],
    ]),
  ];
  for (const [actor, event] of happened) {
    const answer = await tell(store, clock, actor, { caseId, event, key: randomUUID(), texts: [] });
    if (!answer.ok) throw new Error(`The demo case refuses ${event.type}: ${JSON.stringify(answer)}`);
  }
}
