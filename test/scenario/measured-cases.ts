// Lives for the figures: cases that come as far as they are told to, and end in every way a case can.
import { randomUUID } from 'node:crypto';
import { doors, fold, type EventType, type Id, type ProcessType } from '#libs/case';
import type { Said } from './answer-blocker.js';
import type { MeasuredService } from './measured-service.js';

/** How far a case comes. */
export const fates = ['opened', 'contacted', 'suitable', 'prepared', 'arranged', 'delivered'] as const;
export type Fate = (typeof fates)[number];

/** Takes a case as far as its fate, by one kind of process, `slow` days between steps. */
export async function live(
  measured: MeasuredService,
  caseId: Id,
  fate: Fate,
  processType: ProcessType,
  slow: number,
): Promise<void> {
  const { lead } = measured.staff;
  const far = (step: Fate): boolean => fates.indexOf(fate) >= fates.indexOf(step);
  const next = (said: Said): Promise<void> => {
    measured.pass(slow);
    return measured.manage(caseId, said);
  };
  const sides = (await measured.participants(caseId)).filter(({ role }) => ['harmed', 'responsible'].includes(role));
  if (!far('contacted')) return;
  for (const { id } of sides)
    await next({ by: lead, type: 'contact.attempted', participantId: id, channel: 'phone', outcome: 'reached' });
  if (!far('suitable')) return;
  await next({ by: lead, type: 'suitability.decided', suitable: true, reason: randomUUID() });
  if (!far('prepared')) return;
  await next({ by: lead, type: 'process.chosen', processType, reason: randomUUID() });
  if (processType === 'victimOnly') {
    if (far('delivered')) await next({ by: lead, type: 'victimOnly.completed', needsMet: randomUUID() });
    return;
  }
  await next({ by: lead, type: 'preparation.begun' });
  if (!far('arranged')) return;
  await next({ by: lead, type: 'preparation.completed' });
  if (!far('delivered')) return;
  await finish(
    measured,
    caseId,
    sides.map(({ id }) => id),
    'asPlanned',
  );
}

/** Holds the meeting or ends the exchange of a case that is arranged. */
export async function finish(
  measured: MeasuredService,
  caseId: Id,
  attendees: Id[],
  how: 'asPlanned' | 'stopped',
): Promise<void> {
  const { lead } = measured.staff;
  if (await steps(measured, caseId, 'exchange.ended')) {
    await measured.manage(caseId, { by: lead, type: 'exchange.ended', how });
    return;
  }
  const startsAt = new Date(Date.parse(measured.now()) + 86_400_000).toISOString();
  const everybody = [...new Set([...attendees, ...(await measured.participants(caseId)).map(({ id }) => id)])];
  await measured.manage(caseId, {
    by: lead,
    type: 'conference.booked',
    bookingId: randomUUID(),
    startsAt,
    attendees: everybody,
  });
  measured.pass(1);
  await measured.manage(caseId, { by: lead, type: 'conference.begun', attended: everybody });
  await measured.manage(caseId, { by: lead, type: 'conference.ended', how, aftercare: randomUUID() });
}
async function steps(measured: MeasuredService, caseId: Id, event: EventType): Promise<boolean> {
  const stored = fold(await measured.journal(caseId));
  return doors(stored, measured.now(), await measured.service.store.settings(measured.service.serviceId)).some(
    (door) => door.event === event,
  );
}

/** Fills a service with something of everything that figures count; gives the cases in the order they were opened. */
export async function tellEverything(measured: MeasuredService): Promise<Id[]> {
  const close = (reason: 'delivered' | 'noReply' | 'withdrawn' | 'unsuitable') =>
    ({ by: measured.staff.manager, type: 'case.closed', reason, side: 'withheld' }) as const;

  const opened: Id[] = [];
  const open = async (): Promise<Id> => {
    const id = await measured.open();
    opened.push(id);
    measured.pass(3);
    return id;
  };
  await open();
  await measured.manage(await open(), close('noReply'));
  const spoken = await open();
  await live(measured, spoken, 'contacted', 'faceToFace', 2);
  await measured.manage(spoken, close('unsuitable'));
  await live(measured, await open(), 'suitable', 'faceToFace', 4);
  const gone = await open();
  await live(measured, gone, 'prepared', 'letter', 1);
  const [leaving] = await measured.participants(gone);
  await measured.manage(gone, {
    by: measured.staff.coordinator,
    type: 'participant.left',
    participantId: leaving?.id ?? '',
  });
  await measured.manage(gone, close('withdrawn'));
  const met = await open();
  await live(measured, met, 'delivered', 'faceToFace', 3);
  await measured.manage(met, close('delivered'));
  await live(measured, await open(), 'delivered', 'letter', 2);
  await live(measured, await open(), 'delivered', 'representative', 2);
  await live(measured, await open(), 'delivered', 'victimOnly', 2);
  const stopped = await open();
  await live(measured, stopped, 'arranged', 'faceToFace', 1);
  await finish(measured, stopped, [], 'stopped');
  const again = await open();
  await measured.manage(again, close('noReply'));
  await measured.manage(again, {
    by: measured.staff.manager,
    type: 'case.reopened',
    to: 'suitability',
    reason: randomUUID(),
  });
  await measured.manage(again, {
    by: measured.staff.safeguardingLead,
    type: 'checkpoint.refused',
    checkpoint: 'referral',
    reason: randomUUID(),
  });
  measured.pass(60);
  await open();
  measured.pass(1);
  return opened;
}
