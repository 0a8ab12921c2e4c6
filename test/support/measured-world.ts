// A small world told through casework for the figures: cases that end in every way a case can, on days of the test's choosing.
import { randomUUID } from 'node:crypto';
import {
  doors,
  fold,
  written,
  type Blocker,
  type CaseEvent,
  type EventType,
  type Id,
  type ProcessType,
} from '#libs/case';
import { eventOf, type Happening } from '#libs/casework';
import { openOffice, type Office } from '../promises/office.js';
import { answer, type Around, type Said, type Staff } from './answers.js';

export interface World {
  office: Office;
  staff: Staff;
  /** The instant the world stands at; moves forward by whole days only. */
  now(): string;
  pass(days: number): void;
  open(): Promise<Id>;
  /** Says it now. Gives false when the case does not take it. */
  say(caseId: Id, said: Said): Promise<boolean>;
  /** Says it after answering whatever stands before it, a day at a time. */
  manage(caseId: Id, said: Said): Promise<void>;
  journal(caseId: Id): Promise<CaseEvent[]>;
  participants(caseId: Id): Promise<{ id: Id; role: string }[]>;
}

const nobodyLeads: Blocker = { rule: 'facilitator', about: 'lead', who: 'coordinator', since: null };
const fields: Readonly<Record<string, object>> = written;
const wordsOf = (event: Readonly<Record<string, unknown>> & { type: string }) =>
  Object.keys(fields[event.type] ?? {}).flatMap((field) =>
    typeof event[field] === 'string' ? [{ id: event[field], words: event.type }] : [],
  );

/** Opens a world at an ISO instant, on a database of its own. */
export async function aWorld(start: string): Promise<World> {
  const office = await openOffice();
  const staff: Staff = {
    lead: await office.staff('facilitator'),
    coFacilitator: await office.staff('facilitator'),
    supervisor: await office.staff('facilitator'),
    safeguardingLead: await office.staff('safeguardingLead'),
    manager: await office.staff('manager'),
    coordinator: await office.staff('coordinator'),
  };
  const around: Around = { staff, id: randomUUID };
  let today = Date.parse(start);
  const clock = () => new Date(today);
  const journal = async (caseId: Id) => (await office.store.journal(caseId)).map(eventOf);

  const tell = async (caseId: Id, { by, ...event }: Said) => {
    if (event.type === 'participant.joined') await office.people.add(office.serviceId, {}, event.personId);
    const { standing: _asked, ...happening } = event as typeof event & { standing?: unknown };
    return office.tell(by, { caseId, event: happening as Happening, texts: wordsOf(happening) }, clock);
  };
  const manage: World['manage'] = async (caseId, said) => {
    for (let tries = 0; tries < 120; tries += 1) {
      const answered = await tell(caseId, said);
      if (answered.ok) return;
      const { facts } = fold(await journal(caseId));
      // A facilitator who is not on the case yet does not see it: they are brought onto it first.
      const outside = answered.why === 'not-found' || answered.why === 'not-permitted';
      const blockers = outside ? [nobodyLeads] : 'blockers' in answered ? answered.blockers : [];
      const next = blockers.map((each) => answer(each, facts, around, clock().toISOString())).find((each) => each);
      const helped = next && (await tell(caseId, next));
      if (!helped?.ok) throw new Error(`${said.type}: ${JSON.stringify([answered, next, helped])}`);
    }
    throw new Error(`${said.type} never opened`);
  };
  return {
    office,
    staff,
    now: () => clock().toISOString(),
    pass: (days) => void (today += days * 86_400_000),
    open: () => office.aCase(staff.coordinator, clock),
    say: async (caseId, said) => (await tell(caseId, said)).ok,
    manage,
    journal,
    participants: async (caseId) =>
      Object.entries(fold(await journal(caseId)).facts.people.participants).map(([id, { role }]) => ({ id, role })),
  };
}

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
  const next = (said: Said): Promise<void> => (world.pass(slow), world.manage(caseId, said));
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
