// Journals of every shape that figures could meet, likely or not, written to the database entry by entry: chance decides, no rule does.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { closingReasons, endings, doorways, processTypes, type CaseEvent, type Id } from '#libs/case';
import { chance, type Chance } from '../simulation/chance.js';

/** A service whose cases somebody writes without asking the case core. */
export interface Journals {
  readonly serviceId: Id;
  /** What was written of each case so far. */
  readonly events: ReadonlyMap<Id, readonly CaseEvent[]>;
  /** Everybody there is. */
  readonly persons: readonly Id[];
  /** Opens so many cases and adds so many entries to cases that are there. */
  write(opened: number, entries: number): Promise<void>;
}

const DAY = 86_400_000;
const START = Date.parse('2026-01-20T00:00:00.000Z');
const kinds = Object.keys(processTypes);
const ends = Object.keys(endings);
const shut = Object.keys(doorways);
const reasons = Object.keys(closingReasons);

/** Begins a service with so many persons who come again and again. As the owner of the database. */
export async function beginJournals(client: Client, seed: number, people: number): Promise<Journals> {
  const c = chance(seed);
  const serviceId = randomUUID();
  const persons = Array.from({ length: people }, () => randomUUID());
  await client.query(`insert into service (id, name) values ($1, $2)`, [serviceId, `Service ${serviceId}`]);
  await client.query('insert into person (id, service_id) select unnest($1::uuid[]), $2', [persons, serviceId]);
  const events = new Map<Id, CaseEvent[]>();
  const participants = new Map<Id, Id[]>();
  const processes = new Map<Id, Id[]>();

  const add = async (caseId: Id, at: number, type: string, rest: Record<string, unknown> = {}) => {
    const all = events.get(caseId) ?? [];
    events.set(caseId, all);
    all.push({ type, at: new Date(at).toISOString(), by: 'clock', caseId, ...rest } as unknown as CaseEvent);
    await client.query(
      `insert into journal (case_id, seq, service_id, at, by, type, event, prev_hash, hash) values ($1, $2, $3, $4, 'clock', $5, $6, '\\x00', '\\x00')`,
      [caseId, all.length, serviceId, new Date(at).toISOString(), type, JSON.stringify(rest)],
    );
  };
  const join = async (caseId: Id, at: number, role: string, participantId: Id = randomUUID()) => {
    const personId = c.one(persons) as Id;
    participants.set(caseId, [...new Set([...(participants.get(caseId) ?? []), participantId])]);
    await client.query(
      `insert into participant (case_id, id, service_id, person_id, role) values ($1, $2, $3, $4, $5)
       on conflict (case_id, id) do update set person_id = excluded.person_id, role = excluded.role`,
      [caseId, participantId, serviceId, personId, role],
    );
    await add(caseId, at, 'participant.joined', { participantId, personId, role });
  };
  const open = async () => {
    const caseId = randomUUID();
    // some of them in the last and first minutes of a day
    const at = START + c.upTo(100) * DAY + (c.percent(20) ? DAY - 1 + c.upTo(120_000) : c.upTo(DAY));
    await client.query(
      `insert into case_file (id, service_id, reference, revision, machine_version, state, facts, last_hash, stage, stage_since, opened_at, updated_at)
       values ($1, $2, $3, 1, 1, '{}', '{}', '\\x00', 'suitability', $4, $4, $4)`,
      [caseId, serviceId, caseId.slice(0, 9), new Date(at).toISOString()],
    );
    const processId = randomUUID();
    processes.set(caseId, [processId, randomUUID()]);
    await add(caseId, at, 'case.opened', { processId });
    if (c.percent(90)) await join(caseId, at, 'harmed');
    if (c.percent(90)) await join(caseId, at, 'responsible');
  };
  const goOn = async () => {
    const caseId = c.one([...events.keys()]) as Id;
    const last = Date.parse(events.get(caseId)?.at(-1)?.at ?? '');
    const at = last + (c.percent(15) ? 0 : c.upTo(c.percent(50) ? 3 * DAY : 40 * DAY));
    const somebody = c.one(participants.get(caseId) ?? []);
    const [type, rest] = entry(c, somebody, {
      processId: c.one(processes.get(caseId) ?? []),
      learnt: events.get(caseId)?.length ?? 0,
      // nothing happens before the case is opened
      from: new Date(Math.max(last - c.upTo(5 * DAY), Date.parse(events.get(caseId)?.[0]?.at ?? ''))).toISOString(),
    });
    if (type === 'participant.joined')
      await join(caseId, at, c.some(['harmed', 'responsible', 'supporter']), c.percent(50) ? somebody : undefined);
    else await add(caseId, at, type, rest);
  };
  return {
    serviceId,
    events,
    persons,
    write: async (opened, entries) => {
      for (let n = 0; n < opened; n += 1) await open();
      for (let n = 0; n < entries; n += 1) await goOn();
    },
  };
}

/** What the next entry can be about, and since when it can have happened. */
interface Around {
  processId: Id | undefined;
  learnt: number;
  from: string;
}
/** Something that happens next; some of it was recorded later than it happened. */
function entry(c: Chance, somebody: Id | undefined, around: Around): [type: string, rest: Record<string, unknown>] {
  const { processId, learnt, from } = around;
  const late = c.percent(20) ? { on: from } : {};
  const deviations = c.percent(30)
    ? { deviations: Array.from({ length: 1 + c.upTo(2) }, () => ({ door: c.one(shut), on: from, blockers: [] })) }
    : {};
  const how = c.one([...ends, 'asPlanned']);
  const about = somebody
    ? [
        ['participant.left', { participantId: somebody, ...late }] as const,
        [
          'contact.attempted',
          {
            participantId: somebody,
            channel: 'phone',
            outcome: c.some(['reached', 'noReply']),
            ...late,
            ...deviations,
          },
        ] as const,
      ]
    : [];
  const [type, rest = {}] = c.one([
    ...about,
    ...about,
    ['participant.joined'] as const,
    ['suitability.decided', { processId, suitable: c.percent(70), ...late }] as const,
    ['process.typeChosen', { processId, processType: c.one(kinds) }] as const,
    ['process.typeChosen', { processId, processType: c.one(kinds) }] as const,
    ['preparation.begun', { processId }] as const,
    ['preparation.completed', { processId }] as const,
    ['conference.ended', { processId, how, ...late }] as const,
    ['conference.recorded', { processId, how, on: from, endedAt: later(from), ...deviations }] as const,
    ['communication.passed', { processId, how: 'handedOver', ...late, ...deviations }] as const,
    ['exchange.ended', { processId, how }] as const,
    ['harmedOnly.completed', { processId }] as const,
    ['case.closed', { reason: c.one(reasons), side: 'withheld' }] as const,
    ['case.reopened', {}] as const,
    ['checkpoint.passed', { checkpoint: 'referral', ...late }] as const,
    ['checkpoint.refused', { checkpoint: 'referral' }] as const,
    ['deviation.reviewed', { deviationId: `${1 + c.upTo(learnt)}-1` }] as const,
    ['flag.set', { flag: 'hate' }] as const,
  ]) as readonly [string, Record<string, unknown>?];
  return [type, rest];
}
const later = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString();
