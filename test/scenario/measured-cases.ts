// Lives for the figures: cases that come as far as they are told to, and end in every way a case can.
import { randomUUID } from 'node:crypto';
import { doors, fold, type EventType, type Id, type ProcessType } from '#libs/case';
import type { Said } from './answer-blocker.js';
import type { World } from './measured-service.js';

/** How far a case comes. */
export const fates = ['opened', 'contacted', 'suitable', 'prepared', 'arranged', 'delivered'] as const;
export type Fate = (typeof fates)[number];

/** Takes a case as far as its fate, by one kind of process, `slow` days between steps. */
export async function live(
  world: World,
  caseId: Id,
  fate: Fate,
  processType: ProcessType,
  slow: number,
): Promise<void> {
  const { lead } = world.staff;
  const far = (step: Fate): boolean => fates.indexOf(fate) >= fates.indexOf(step);
  const next = (said: Said): Promise<void> => {
    world.pass(slow);
    return world.manage(caseId, said);
  };
  const sides = (await world.participants(caseId)).filter(({ role }) => ['harmed', 'responsible'].includes(role));
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
    world,
    caseId,
    sides.map(({ id }) => id),
    'asPlanned',
  );
}

/** Holds the meeting or ends the exchange of a case that is arranged. */
export async function finish(world: World, caseId: Id, attendees: Id[], how: 'asPlanned' | 'stopped'): Promise<void> {
  const { lead } = world.staff;
  if (await steps(world, caseId, 'exchange.ended')) {
    await world.manage(caseId, { by: lead, type: 'exchange.ended', how });
    return;
  }
  const startsAt = new Date(Date.parse(world.now()) + 86_400_000).toISOString();
  const everybody = [...new Set([...attendees, ...(await world.participants(caseId)).map(({ id }) => id)])];
  await world.manage(caseId, {
    by: lead,
    type: 'conference.booked',
    bookingId: randomUUID(),
    startsAt,
    attendees: everybody,
  });
  world.pass(1);
  await world.manage(caseId, { by: lead, type: 'conference.begun', attended: everybody });
  await world.manage(caseId, { by: lead, type: 'conference.ended', how, aftercare: randomUUID() });
}
async function steps(world: World, caseId: Id, event: EventType): Promise<boolean> {
  const stored = fold(await world.journal(caseId));
  return doors(stored, world.now(), await world.office.store.settings(world.office.serviceId)).some(
    (door) => door.event === event,
  );
}

/** Tells a world with something of everything that figures count; gives the cases in the order they were opened. */
export async function tellEverything(world: World): Promise<Id[]> {
  const close = (reason: 'delivered' | 'noReply' | 'withdrawn' | 'unsuitable') =>
    ({ by: world.staff.manager, type: 'case.closed', reason, side: 'withheld' }) as const;

  const opened: Id[] = [];
  const open = async (): Promise<Id> => {
    const id = await world.open();
    opened.push(id);
    world.pass(3);
    return id;
  };
  await open();
  await world.manage(await open(), close('noReply'));
  const spoken = await open();
  await live(world, spoken, 'contacted', 'faceToFace', 2);
  await world.manage(spoken, close('unsuitable'));
  await live(world, await open(), 'suitable', 'faceToFace', 4);
  const gone = await open();
  await live(world, gone, 'prepared', 'letter', 1);
  const [leaving] = await world.participants(gone);
  await world.manage(gone, { by: world.staff.coordinator, type: 'participant.left', participantId: leaving?.id ?? '' });
  await world.manage(gone, close('withdrawn'));
  const met = await open();
  await live(world, met, 'delivered', 'faceToFace', 3);
  await world.manage(met, close('delivered'));
  await live(world, await open(), 'delivered', 'letter', 2);
  await live(world, await open(), 'delivered', 'representative', 2);
  await live(world, await open(), 'delivered', 'victimOnly', 2);
  const stopped = await open();
  await live(world, stopped, 'arranged', 'faceToFace', 1);
  await finish(world, stopped, [], 'stopped');
  const again = await open();
  await world.manage(again, close('noReply'));
  await world.manage(again, {
    by: world.staff.manager,
    type: 'case.reopened',
    to: 'suitability',
    reason: randomUUID(),
  });
  await world.manage(again, {
    by: world.staff.safeguardingLead,
    type: 'checkpoint.refused',
    checkpoint: 'referral',
    reason: randomUUID(),
  });
  world.pass(60);
  await open();
  world.pass(1);
  return opened;
}
