// Builds a pair: a case as far as it goes, and the same case with secrets among its events, or at its end.
import type { Actor, CaseEvent, EventOf, Id, OffenceKind, Role } from '#libs/case';
import type { Around, Said } from '../scenario/answer-blocker.js';
import { assign } from '../scenario/event-builders.js';
import { chance, type Chance } from '../simulation/chance.js';
import { draft } from '../simulation/steps.js';
import { CaseInMemory, type AppliedEvents } from './case-in-memory.js';
import { readers, type Reader } from './readers.js';
import { NOBODY, secretly } from './secrets.js';
import { readingStaff, SERVICE, staff, type StaffActor } from './twin-service.js';

/** How far a case has come. */
export const depths = ['told', 'suitable', 'preparing', 'arranged', 'booked', 'met'] as const;
export type Depth = (typeof depths)[number];

export interface Asked {
  readonly reader: Reader;
  readonly depth: Depth;
  readonly seed: number;
  /** How many secrets are tried. */
  readonly secrets: number;
  /** Which of the staff reads, where it is somebody of the staff. */
  readonly member: number;
}
/** A pair: the same case without and with its secrets, who reads, and the names of things in it. */
export interface Pair {
  readonly without: AppliedEvents;
  readonly with: AppliedEvents;
  readonly actor: Actor;
  readonly reader: Reader;
  /** Part of the reader, or nobody's id. */
  readonly self: Id;
  readonly secrets: readonly CaseEvent[];
}

const DAY = 86_400_000;
const BEGAN = '2026-03-02T09:00:00.000Z';

/** Chance whose ids are UUIDs that begin with `tag`. */
function chanceOf(seed: number, tag: string): Chance {
  let ids = 0;
  return { ...chance(seed), id: () => `${tag}-4000-8000-${String((ids += 1)).padStart(12, '0')}` };
}

const around = (by: Chance): Around => ({
  staff: {
    lead: staff.lead,
    coFacilitator: staff.coFacilitator,
    supervisor: staff.supervisor,
    safeguardingLead: staff.safeguardingLead,
    manager: staff.manager,
    coordinator: staff.coordinator,
  },
  id: () => by.id(),
});

/** A case as far as `depth`, with the reader in it where they take a part. */
function base({ reader, depth, seed }: Asked, tag: string, member: StaffActor): { living: CaseInMemory; self: Id } {
  const by = chanceOf(seed, `${tag}-0000`);
  const opened: EventOf<'case.opened'> = {
    type: 'case.opened',
    at: BEGAN,
    by: staff.coordinator.id,
    caseId: by.id(),
    serviceId: SERVICE,
    processId: by.id(),
    source: by.some(['police', 'self', 'court']),
    initiator: by.some(['harmed', 'police', 'responsible']),
    offences: [{ offenceId: by.id(), kind: by.some<OffenceKind>(['theft', 'burglary', 'robbery']) }],
  };
  const c = new CaseInMemory(opened, around(by), by);
  const joins = (role: Role, supports?: Id, approach: 'agreed' | 'referred' = 'agreed'): Id => {
    const participantId = by.id();
    c.says({
      by: staff.coordinator,
      type: 'participant.joined',
      participantId,
      personId: by.id(),
      role,
      ...(supports ? { supports } : {}),
      age: 'adult',
      approach,
    } as Said);
    return participantId;
  };
  const harmed = joins('harmed');
  const responsible = joins('responsible');
  const second = { coHarmed: 'harmed', coResponsible: 'responsible', untold: 'harmed' } as const;
  const { role } = readers[reader];
  const self =
    reader === 'harmed'
      ? harmed
      : reader === 'responsible'
        ? responsible
        : reader in second
          ? joins(second[reader as keyof typeof second])
          : role
            ? joins(role, by.some([harmed, responsible]))
            : NOBODY;
  if (by.percent(30)) joins('supporter', by.some([harmed, responsible]));
  for (const duty of ['lead', 'coFacilitator'] as const)
    for (let n = 0; n < 3; n += 1) c.says(assign(c.around, c.stored.facts, duty));
  for (const id of Object.keys(c.stored.facts.people.participants)) {
    if (id === self && reader === 'untold') continue;
    c.says({ by: staff.lead, type: 'safeContact.recorded', participantId: id, channels: ['phone', 'post'] });
    c.says({ by: staff.lead, type: 'offer.made', participantId: id, answer: 'yes' });
  }
  const about = { staffId: member.id };
  if (['asked', 'declared', 'released'].includes(reader))
    c.says({ by: staff.coordinator, type: 'facilitator.asked', ...about, duty: 'coFacilitator' });
  if (['declared', 'released'].includes(reader))
    c.says({ by: member, type: 'conflict.declared', ...about, connected: false });
  if (reader === 'released') c.says({ by: staff.coordinator, type: 'facilitator.released', ...about, reason: by.id() });
  goesOn(c, depth, reader);
  return { living: c, self };
}

function goesOn(c: CaseInMemory, depth: Depth, reader: Reader): void {
  const far = depths.indexOf(depth);
  const { by } = c;
  const [processId = ''] = Object.keys(c.stored.facts.processes);
  const conference = () => c.stored.facts.processes[processId]?.conference;
  // Somebody who is not told can not be asked; the case goes no further with them in it.
  if (reader === 'untold') return;
  if (far >= 1) c.takes('suitability.decided', null, processId);
  if (far >= 2) c.takes('preparation.begun', null, processId);
  if (far >= 2 && by.percent(50)) beside(c);
  if (far >= 3) {
    const processType = by.some(['faceToFace', 'video', 'letter', 'shuttle'] as const);
    c.says({ by: staff.lead, type: 'process.typeChosen', processId, processType, reason: by.id() } as Said);
    c.takes('preparation.completed', null, processId);
    for (let drafts = 0; drafts < 2; drafts += 1) {
      const said = draft(c.stored, c.around, by);
      if (said) c.says(said);
    }
  }
  // Far ahead: shortly before a meeting people are told at once that it is not, so that nobody is on the way to it.
  if (far >= 4 && c.takes('conference.booked', null, processId)) {
    const startsAt = new Date(Date.parse(c.at) + 30 * DAY).toISOString();
    const attendees = conference()?.booking?.attendees ?? [];
    c.says({ by: staff.lead, type: 'conference.booked', processId, bookingId: by.id(), startsAt, attendees });
  }
  if (far >= 5) {
    const booking = conference()?.booking;
    if (booking) c.passes(Math.max(0, Date.parse(booking.startsAt) - Date.parse(c.at)));
    if (c.takes('conference.begun', null, processId)) c.takes('conference.ended', null, processId);
  }
}

/** A second process of somebody on each side, which whoever is in neither seat must not learn of (R81). */
function beside(c: CaseInMemory): void {
  const { by } = c;
  const people = Object.entries(c.stored.facts.people.participants);
  const members = (['harmed', 'responsible'] as const).flatMap((part) => {
    const participantId = by.one(people.flatMap(([id, p]) => (p.role === part && p.leftAt === null ? [id] : [])));
    return participantId === undefined ? [] : [{ participantId, part }];
  });
  const processId = by.id();
  c.says({ by: staff.lead, type: 'process.opened', processId, members });
  c.takes('suitability.decided', null, processId);
  c.takes('preparation.begun', null, processId);
}

const memberOf = ({ member }: Asked): StaffActor => readingStaff[member % readingStaff.length] as StaffActor;
const bases = new Map<string, { applied: AppliedEvents; self: Id; personId: Id; at: number }>();
const TAG = 'ba5e0000';
/** The base under ids of its own: what was lived, and who reads. Walking it costs most, so each is walked once and then only renamed. */
export function baseAs(asked: Asked, tag: string) {
  const variant = { ...asked, seed: asked.seed % 4 };
  const member = readingStaff[0] as StaffActor;
  const key = `${variant.reader} ${variant.depth} ${variant.seed}`;
  let found = bases.get(key);
  if (!found) {
    const { living, self } = base(variant, TAG, member);
    const personId = living.stored.facts.people.participants[self]?.personId ?? NOBODY;
    bases.set(key, (found = { applied: living.applied, self, personId, at: Date.parse(living.at) }));
  }
  const renamed = JSON.stringify(found).replaceAll(TAG, tag).replaceAll(member.id, memberOf(asked).id);
  return JSON.parse(renamed) as typeof found;
}

/** Lives the events again, with whatever `between` says before each of them, or after the last. Null when one of them no longer fits. */
export function again(
  events: readonly CaseEvent[],
  by: Chance,
  between: (c: CaseInMemory, left: number) => void,
): CaseInMemory | null {
  const [opened, ...rest] = events as [EventOf<'case.opened'>, ...CaseEvent[]];
  const c = new CaseInMemory(opened, around(by), by);
  for (const [n, event] of rest.entries()) {
    between(c, rest.length - n);
    if (!c.happens(event)) return null;
  }
  between(c, 0);
  return c;
}

/** Builds the pair that is asked for, under ids that begin with `tag` (8 hexadecimal digits). Null when chance found no secret. */
export function pairOf(asked: Asked, tag: string): Pair | null {
  const { applied, self, personId } = baseAs(asked, tag);
  const actor = actorOf(asked, personId);
  for (const among of [asked.seed % 3 > 0, false]) {
    const by = chanceOf(asked.seed, `${tag}-5ec0`);
    const secrets: CaseEvent[] = [];
    const living = again(applied.events, by, (c, left) => {
      const now = among ? by.percent(100 / (left + 1)) : left === 0;
      for (let tries = 0; now && secrets.length < asked.secrets && tries < asked.secrets * 4; tries += 1) {
        const event = secretly(c, by, { reader: asked.reader, member: memberOf(asked).id, self, personId });
        if (event) secrets.push(event);
      }
    });
    if (living && secrets.length > 0)
      return { without: applied, with: living.applied, actor, reader: asked.reader, self, secrets };
  }
  return null;
}

function actorOf(asked: Asked, personId: Id): Actor {
  const { reader } = asked;
  if (reader === 'managerElsewhere') return staff.managerElsewhere;
  if (reader === 'facilitatorElsewhere') return staff.facilitatorElsewhere;
  if (reader === 'elsewhere') return { kind: 'participant', id: NOBODY, serviceId: staff.managerElsewhere.serviceId };
  return personId === NOBODY ? memberOf(asked) : { kind: 'participant', id: personId, serviceId: SERVICE };
}

/** The instant of the last event of a pair, and a moment later. */
export const afterAll = (pair: Pair): string =>
  new Date(
    Math.max(...[...pair.without.events, ...pair.with.events].map(({ at }) => Date.parse(at))) + DAY / 24,
  ).toISOString();
