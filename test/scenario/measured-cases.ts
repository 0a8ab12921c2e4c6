// Lives for the figures: cases that come as far as they are told to, and end in every way a case can.
import { randomUUID } from 'node:crypto';
import { processTypes, type Ending, type Id, type ProcessType } from '#libs/case';
import type { Said } from './answer-blocker.js';
import type { MeasuredService } from './measured-service.js';

/** How far a process comes. */
export const fates = ['opened', 'contacted', 'suitable', 'prepared', 'arranged', 'delivered'] as const;
export type Fate = (typeof fates)[number];

/** Takes a process of a case, the one it began with unless another is named, as far as its fate, by one kind of process, `slow` days between steps. */
export async function live(
  measured: MeasuredService,
  caseId: Id,
  fate: Fate,
  processType: ProcessType,
  slow: number,
  processId?: Id,
): Promise<void> {
  const { lead } = measured.staff;
  const of = { by: lead, processId: processId ?? (await measured.firstProcess(caseId)) };
  const far = (step: Fate): boolean => fates.indexOf(fate) >= fates.indexOf(step);
  const next = (said: Said): Promise<void> => {
    measured.pass(slow);
    return measured.manage(caseId, said);
  };
  const sides = await bothSides(measured, caseId);
  if (!far('contacted')) return;
  for (const participantId of sides)
    await next({
      by: lead,
      type: 'contact.attempted',
      participantId,
      channel: 'phone',
      outcome: 'reached',
      aim: 'substance',
    });
  if (!far('suitable')) return;
  await next({ ...of, type: 'suitability.decided', suitable: true, reason: randomUUID() });
  if (!far('prepared')) return;
  await next({ ...of, type: 'process.typeChosen', processType, reason: randomUUID() });
  if (processType === 'harmedOnly') {
    if (far('delivered')) await next({ ...of, type: 'harmedOnly.completed', needsMet: randomUUID() });
    return;
  }
  await next({ ...of, type: 'preparation.begun' });
  if (!far('arranged')) return;
  await next({ ...of, type: 'preparation.completed' });
  if (!far('delivered')) return;
  if (processTypes[processType].exchange === 'communication') await passOn(measured, caseId, of.processId);
  else await meet(measured, caseId, of.processId, 'asPlanned');
}

/** The participants of both sides, the harmed first. */
const bothSides = async (measured: MeasuredService, caseId: Id): Promise<Id[]> => {
  const people = await measured.participants(caseId);
  return ['harmed', 'responsible'].flatMap((side) => people.flatMap(({ id, role }) => (role === side ? [id] : [])));
};

/** Passes on a letter to the person harmed, and ends the exchange. */
async function passOn(measured: MeasuredService, caseId: Id, processId: Id): Promise<void> {
  const of = { by: measured.staff.lead, processId };
  const members = await measured.members(caseId, processId);
  const [harmed = '', responsible = ''] = ['harmed', 'responsible'].map(
    (side) => members.find(({ part }) => part === side)?.id,
  );
  const communicationId = randomUUID();
  await measured.manage(caseId, {
    ...of,
    type: 'communication.drafted',
    communicationId,
    from: responsible,
    to: harmed,
    kind: 'letter',
    text: randomUUID(),
    sha256: 'a'.repeat(64),
  });
  await measured.manage(caseId, { ...of, type: 'communication.passed', communicationId, how: 'handedOver' });
  await measured.manage(caseId, { ...of, type: 'exchange.ended', how: 'asPlanned' });
}

/** Books the meeting of a process that is arranged, for tomorrow; gives when it starts and who comes. */
async function book(measured: MeasuredService, caseId: Id, processId: Id) {
  const startsAt = new Date(Date.parse(measured.now()) + 86_400_000).toISOString();
  const attendees = (await measured.participants(caseId)).map(({ id }) => id);
  const booked = { type: 'conference.booked', processId, bookingId: randomUUID(), startsAt, attendees } as const;
  await measured.manage(caseId, { by: measured.staff.lead, ...booked });
  return { startsAt, attendees };
}
/** Holds the meeting of a process that is arranged. */
export async function meet(measured: MeasuredService, caseId: Id, processId: Id, how: Ending): Promise<void> {
  const of = { by: measured.staff.lead, processId };
  const { attendees } = await book(measured, caseId, processId);
  measured.pass(1);
  await measured.manage(caseId, { ...of, type: 'conference.begun', attended: attendees });
  await measured.manage(caseId, { ...of, type: 'conference.ended', how, aftercare: randomUUID() });
}
/** Writes up a meeting some days after it was held, without the sign-offs of its day. */
async function writeUp(measured: MeasuredService, caseId: Id, processId: Id, days: number): Promise<void> {
  const { startsAt, attendees } = await book(measured, caseId, processId);
  measured.pass(1 + days);
  await measured.manage(caseId, {
    by: measured.staff.lead,
    type: 'conference.recorded',
    processId,
    on: startsAt,
    endedAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    attended: attendees,
    how: 'asPlanned',
    aftercare: randomUUID(),
  });
}

/** Fills a service with something of everything that figures count; gives the cases in the order they were opened. */
export async function tellEverything(measured: MeasuredService): Promise<Id[]> {
  const { staff } = measured;
  const close = (reason: 'delivered' | 'noReply' | 'withdrawn' | 'unsuitable') =>
    ({ by: staff.manager, type: 'case.closed', reason, side: 'withheld' }) as const;

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
    by: staff.coordinator,
    type: 'participant.left',
    participantId: leaving?.id ?? '',
    reason: 'declined',
  });
  await measured.manage(gone, close('withdrawn'));
  const met = await open();
  await live(measured, met, 'delivered', 'faceToFace', 3);
  await measured.manage(met, close('delivered'));
  await live(measured, await open(), 'delivered', 'letter', 2);
  await live(measured, await open(), 'delivered', 'representative', 2);
  await live(measured, await open(), 'delivered', 'harmedOnly', 2);
  await severalProcesses(measured, await open());
  await deviations(measured, await open(), await open());
  const stopped = await open();
  await live(measured, stopped, 'arranged', 'faceToFace', 1);
  await meet(measured, stopped, await measured.firstProcess(stopped), 'stopped');
  const again = await open();
  await measured.manage(again, close('noReply'));
  await measured.manage(again, {
    by: staff.manager,
    type: 'case.reopened',
    processId: randomUUID(),
    reason: randomUUID(),
  });
  await measured.manage(again, {
    by: staff.safeguardingLead,
    type: 'checkpoint.refused',
    checkpoint: 'referral',
    reason: randomUUID(),
  });
  measured.pass(60);
  await open();
  measured.pass(1);
  return opened;
}

/** A meeting, and beside it a letter that is passed on to another person harmed: one case at both steps. */
async function severalProcesses(measured: MeasuredService, caseId: Id): Promise<void> {
  await live(measured, caseId, 'delivered', 'faceToFace', 1);
  const [processId, beth] = [randomUUID(), randomUUID()];
  const [, responsible = ''] = await bothSides(measured, caseId);
  const joins = {
    participantId: beth,
    personId: randomUUID(),
    role: 'harmed',
    age: 'adult',
    approach: 'agreed',
  } as const;
  await measured.manage(caseId, { by: measured.staff.coordinator, type: 'participant.joined', ...joins });
  await measured.manage(caseId, {
    by: measured.staff.lead,
    type: 'process.opened',
    processId,
    members: [
      { participantId: beth, part: 'harmed' },
      { participantId: responsible, part: 'responsible' },
    ],
  });
  await live(measured, caseId, 'delivered', 'letter', 1, processId);
}

/** Two meetings that were held though the door was shut and written up later: of one the supervisor has said what they found. */
async function deviations(measured: MeasuredService, reviewed: Id, open: Id): Promise<void> {
  for (const caseId of [reviewed, open]) {
    await live(measured, caseId, 'arranged', 'faceToFace', 1);
    await writeUp(measured, caseId, await measured.firstProcess(caseId), 2);
  }
  const [first = ''] = await measured.deviations(reviewed);
  await measured.manage(reviewed, {
    by: measured.staff.safeguardingLead,
    type: 'deviation.reviewed',
    deviationId: first,
    finding: randomUUID(),
  });
}
