// The case that both services of a pair share: opened, worked on as far as is asked, with the reader in it where they take a part.
import type { EventOf, Id, OffenceKind, ProcessType } from '#libs/case';
import type { Around, Said } from '../scenario/answer-blocker.js';
import { chance, type Chance } from '../simulation/chance.js';
import { CaseInMemory } from './case-in-memory.js';
import { gather, joins, meets, NOBODY, type People } from './people.js';
import type { Reader } from './readers.js';
import { SERVICE, staff, type StaffActor } from './service-staff.js';

/** How far a case has come. */
export const depths = ['told', 'suitable', 'preparing', 'arranged', 'booked', 'met', 'agreed', 'ended'] as const;
export type Depth = (typeof depths)[number];
const isAsFar = (depth: Depth, as: Depth): boolean => depths.indexOf(depth) >= depths.indexOf(as);

export const DAY = 86_400_000;
const WEEKS_TO_HEAR = 4;
const BEGAN = '2026-03-02T09:00:00.000Z';

/** Chance whose ids are UUIDs that begin with `tag`. */
export function chanceOf(seed: number, tag: string): Chance {
  let ids = 0;
  return { ...chance(seed), id: () => `${tag}-4000-8000-${String((ids += 1)).padStart(12, '0')}` };
}
export const around = (by: Chance): Around => ({
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

const kinds: readonly [ProcessType, ...ProcessType[]] = ['faceToFace', 'video', 'letter', 'shuttle'];
const kindOf = { letter: 'letter', shuttle: 'shuttleMessage' } as const;
const isExchange = (type: ProcessType): type is keyof typeof kindOf => type in kindOf;

/** A case as far as `depth`. `self` is the reader's part in it, or nobody's id. */
export function sharedCase(
  { reader, depth, seed }: { reader: Reader; depth: Depth; seed: number },
  tag: string,
  member: StaffActor,
): { living: CaseInMemory; self: Id } {
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
  const people = gather(c, reader);
  staffing(c, reader, member);
  if (reader === 'untold') return { living: c, self: people.self };
  return {
    living: c,
    self: goesOn(c, { reader, depth }, people, opened.processId, kinds[seed % kinds.length] ?? 'faceToFace'),
  };
}

/** How the member of staff who reads came to know that there is this case. */
function staffing(c: CaseInMemory, reader: Reader, member: StaffActor): void {
  const about = { staffId: member.id };
  if (['asked', 'declared', 'released'].includes(reader))
    c.says({ by: staff.coordinator, type: 'facilitator.asked', ...about, duty: 'coFacilitator' });
  if (['declared', 'released'].includes(reader))
    c.says({ by: member, type: 'conflict.declared', ...about, connected: false });
  if (reader === 'released')
    c.says({ by: staff.coordinator, type: 'facilitator.released', ...about, reason: c.by.id() });
}

function goesOn(
  c: CaseInMemory,
  { reader, depth }: { reader: Reader; depth: Depth },
  people: People,
  processId: Id,
  type: ProcessType,
): Id {
  let { self } = people;
  if (isAsFar(depth, 'suitable')) c.takes('suitability.decided', null, processId);
  if (reader === 'returned') self = leavesAndReturns(c, people, processId);
  if (isAsFar(depth, 'preparing')) c.takes('preparation.begun', null, processId);
  if (reader === 'inSecondProcess' || reader === 'inBothProcesses' || (isAsFar(depth, 'preparing') && c.by.percent(50)))
    self = beside(c, reader, people, self);
  if (reader === 'splitOff') splits(c, people, processId);
  if (reader === 'gone')
    c.says({ by: staff.coordinator, type: 'participant.left', participantId: self, reason: 'declined' });
  if (isAsFar(depth, 'arranged')) {
    c.says({ by: staff.lead, type: 'process.typeChosen', processId, processType: type, reason: c.by.id() });
    c.takes('preparation.completed', null, processId);
    if (isExchange(type)) writes(c, people, processId, type);
  }
  if (isAsFar(depth, 'booked')) c.takes('conference.booked', null, processId);
  if (isAsFar(depth, 'met')) {
    const startsAt = c.stored.facts.processes[processId]?.conference.booking?.startsAt;
    if (startsAt) c.passes(Math.max(0, Date.parse(startsAt) - Date.parse(c.at)));
    if (isExchange(type)) for (const id of lettersOf(c, processId)) c.takes('communication.passed', id, processId);
    else if (c.takes('conference.begun', null, processId)) c.takes('conference.ended', null, processId);
  }
  if (isAsFar(depth, 'agreed')) agrees(c, people, processId);
  if (isAsFar(depth, 'ended')) ends(c, people, processId, type);
  return self;
}
const lettersOf = (c: CaseInMemory, processId: Id): Id[] =>
  Object.keys(c.stored.facts.processes[processId]?.communication.of ?? {});

/** A letter or message each way. */
function writes(c: CaseInMemory, { harmed, responsible }: People, processId: Id, type: keyof typeof kindOf): void {
  for (const [from, to] of [
    [responsible, harmed],
    [harmed, responsible],
  ] as const) {
    const [communicationId, text] = [c.by.id(), c.by.id()];
    const words = { communicationId, from, to, kind: kindOf[type], text, sha256: communicationId };
    c.says({ by: staff.lead, type: 'communication.drafted', processId, ...words });
  }
}

/** What the person responsible will do, agreed by both, and done. */
function agrees(c: CaseInMemory, { harmed, responsible }: People, processId: Id): void {
  const { by } = c;
  for (const recipient of [harmed, null]) {
    const itemId = by.id();
    c.says({
      by: staff.lead,
      type: 'item.proposed',
      processId,
      itemId,
      kind: 'apology',
      doer: responsible,
      ...(recipient ? { recipient } : {}),
      dueOn: '2027-03-01',
      text: by.id(),
      evidence: by.id(),
      monitor: by.id(),
    });
    if (c.takes('item.agreed', itemId, processId) && by.percent(50))
      c.says({ by: staff.lead, type: 'item.progressed', processId, itemId, outcome: by.some(['completed', 'partly']) });
  }
}

/** The process ends, and those who were in it have heard so. */
function ends(c: CaseInMemory, { harmed, responsible }: People, processId: Id, type: ProcessType): void {
  if (isExchange(type)) c.takes('exchange.ended', null, processId);
  c.takes('process.ended', null, processId);
  c.passes(WEEKS_TO_HEAR * 7 * DAY);
  for (const participantId of [harmed, responsible])
    c.says({ by: staff.lead, type: 'needs.recorded', participantId, language: 'en', needs: [] });
}

/** A second process of somebody on each side, which whoever is in neither seat must not learn of (R81). */
function beside(c: CaseInMemory, reader: Reader, { responsible }: People, self: Id): Id {
  const { by } = c;
  const processId = by.id();
  const others = Object.entries(c.stored.facts.people.participants).flatMap(([id, p]) =>
    p.leftAt === null && id !== self && (p.role === 'harmed' || p.role === 'responsible')
      ? [{ participantId: id, part: p.role } as const]
      : [],
  );
  const one = (part: 'harmed' | 'responsible') => by.one(others.filter((m) => m.part === part));
  const members = [
    one('harmed'),
    reader === 'inBothProcesses' ? { participantId: responsible, part: 'responsible' as const } : one('responsible'),
  ];
  c.says({ by: staff.lead, type: 'process.opened', processId, members: members.filter((m) => m !== undefined) });
  const joined = reader === 'inSecondProcess' ? joins(c, 'harmed', { processId, part: 'harmed' }) : NOBODY;
  if (joined !== NOBODY) meets(c, joined);
  c.takes('suitability.decided', null, processId);
  c.takes('preparation.begun', null, processId);
  return joined === NOBODY ? self : joined;
}

/** The reader goes on in a process of their own (R81). */
function splits(c: CaseInMemory, { harmed, responsible }: People, processId: Id): void {
  const newProcessId = c.by.id();
  c.says({ by: staff.lead, type: 'process.split', processId, newProcessId, move: [harmed], also: [responsible] });
  c.says({
    by: staff.lead,
    type: 'process.typeChosen',
    processId: newProcessId,
    processType: 'letter',
    reason: c.by.id(),
  });
  c.takes('suitability.decided', null, newProcessId);
  c.takes('preparation.begun', null, newProcessId);
}

/** The reader says "not now", and comes back as the same person (R92). */
function leavesAndReturns(c: CaseInMemory, { responsible }: People, processId: Id): Id {
  const personId = c.stored.facts.people.participants[responsible]?.personId ?? NOBODY;
  c.says({ by: staff.coordinator, type: 'participant.left', participantId: responsible, reason: 'notNow' } as Said);
  const again = joins(c, 'responsible', { personId, approach: 'asked', processId, part: 'responsible' });
  meets(c, again);
  return again;
}
