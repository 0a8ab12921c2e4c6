// The real application over a real service on PostgreSQL, to read from: people of each role, cases that live, statements counted.
import { randomBytes, randomUUID } from 'node:crypto';
import { doors, textFields, type Actor, type Blocker, type EventType, type Facts, type Id } from '#libs/case';
import { Casework, type CaseRow, type UnstampedEvent, PgCaseReading, PgServiceReading } from '#libs/casework';
import { Cursors } from '#libs/database';
import { PgPeopleReading } from '#libs/people';
import { Vault } from '#libs/sealing';
import { PgEmergencies, PgAccessLog, PgReads } from '#libs/access-log';
import { openTestService, type TestService } from '../service/test-service.js';
import { answer, type Around, type Said, type Staff } from '../../scenario/answer-blocker.js';
import { testMasterKeys } from '../database/master-keys.js';
import { statementsOf } from '../database/count-statements.js';
import { emptyRegister, openTestApi, type Reply } from './test-api.js';

type StaffActor = Extract<Actor, { kind: 'staff' }>;
export interface ReadingApi {
  readonly service: TestService;
  readonly staff: Staff & Record<keyof Staff, StaffActor>;
  /** Asks as this actor. */
  ask(actor: Actor, query: string, variables?: object): Promise<Reply>;
  /** What was answered under `data`; throws what was answered under `errors`. */
  read<T = Record<string, unknown>>(actor: Actor, query: string, variables?: object): Promise<T>;
  /** How many SQL statements the API sends while this goes on. */
  statements(during: () => Promise<unknown>): Promise<number>;
  /** Says something on a case; throws when it is refused. */
  say(caseId: Id, said: Said): Promise<void>;
  /** Answers what stands before a step until it is open, as the practice would. */
  clearTheWay(caseId: Id, event: EventType): Promise<void>;
  facts(caseId: Id): Promise<Facts>;
  row(caseId: Id): Promise<CaseRow>;
  /** Another person of the case's people, as the one who asks. */
  participant(caseId: Id, role: string): Promise<{ id: Id; actor: Actor }>;
  close(): Promise<void>;
}

export async function openReadingApi(): Promise<ReadingApi> {
  const service = await openTestService();
  const { people, serviceId } = service;
  const cursors = new Cursors(randomBytes(32));
  const cases = new PgCaseReading(service.database, cursors, service.people.sealing);
  const actors = new Map<string, Actor>();
  const reads = new PgReads(service.database);
  const api = await openTestApi({
    accessLog: new PgAccessLog(service.database, cursors),
    emergencies: new PgEmergencies(service.database, new Vault(testMasterKeys), cursors),
    reads: { record: (service, read) => reads.record(service, read) },
    casework: new Casework(service.store),
    register: {
      ...emptyRegister,
      addPerson: async (service, id, values) => void (await people.add(service, values, id)),
    },
    people: { actorFor: async (subject) => actors.get(subject) ?? null, nameOf: async () => null },
    reading: {
      cases,
      people: new PgPeopleReading(service.database, cursors),
      service: new PgServiceReading(service.database, cursors),
      names: ({ serviceId: service }, ids) => people.names(service, ids),
      namesToCheck: ({ serviceId: service }, ids) => people.names(service, ids),
      held: ({ serviceId: service }, ids) => people.read(service, ids),
    },
  });
  const staff = {
    lead: await service.staff('facilitator'),
    coFacilitator: await service.staff('facilitator'),
    supervisor: await service.staff('facilitator'),
    safeguardingLead: await service.staff('safeguardingLead'),
    manager: await service.staff('manager'),
    coordinator: await service.staff('coordinator'),
  };
  const around: Around = { staff, id: randomUUID };

  const sent = statementsOf(service.application.plain, service.application.hot);

  const row = async (caseId: Id): Promise<CaseRow> => {
    const found = (await cases.casesFor(staff.manager, [caseId])).get(caseId);
    if (!found) throw new Error('There is no such case');
    return found;
  };
  const ask: ReadingApi['ask'] = async (actor, query, variables) => {
    actors.set(actor.id, actor);
    return api.ask(query, await api.token(actor.id), variables);
  };
  const tries = async (caseId: Id, { by, ...event }: Said) => {
    if (event.type === 'participant.joined') await people.add(serviceId, { given: event.role }, event.personId);
    const { standing: _asked, ...happening } = event as typeof event & { standing?: unknown };
    return service.tell(by, { caseId, event: happening as UnstampedEvent, texts: wordsOf(happening) });
  };
  const say: ReadingApi['say'] = async (caseId, said) => {
    const answered = await tries(caseId, said);
    if (!answered.ok) throw new Error(`${said.type} was refused: ${JSON.stringify(answered)}`);
  };
  /** Says the first answer to these that the case takes; what stands before an answer is answered first. */
  const answersOne = async (
    caseId: Id,
    blockers: readonly Blocker[],
    processId: Id | null,
    depth = 0,
  ): Promise<boolean> => {
    const { facts } = (await row(caseId)).stored;
    for (const said of blockers.flatMap((each) => answer(each, facts, around, now(), processId) ?? [])) {
      const answered = await tries(caseId, said);
      if (answered.ok) return true;
      const before = 'blockers' in answered ? answered.blockers : [];
      if (depth < 3 && (await answersOne(caseId, before, processId, depth + 1))) return true;
    }
    return false;
  };
  const now = () => new Date().toISOString();
  return {
    service,
    staff,
    ask,
    say,
    row,
    read: async <T>(actor: Actor, query: string, variables?: object) => {
      const { body } = await ask(actor, query, variables);
      if (!body.data || body.errors) throw new Error(JSON.stringify(body.errors));
      return body.data as T;
    },
    statements: async (during) => {
      sent();
      await during();
      return sent();
    },
    clearTheWay: async (caseId, event) => {
      for (let steps = 0; steps < 100; steps += 1) {
        const { stored, settings } = await row(caseId);
        const door = doors(stored, now(), settings).find((each) => each.event === event);
        if (!door) throw new Error(`${event} is not a step of this case now`);
        if (door.open) return;
        if (!(await answersOne(caseId, door.blockers, door.processId)))
          throw new Error(`Nobody can open ${event}: ${JSON.stringify(door.blockers)}`);
      }
    },
    facts: async (caseId) => (await row(caseId)).stored.facts,
    participant: async (caseId, role) => {
      const found = Object.entries((await row(caseId)).stored.facts.people.participants).find(
        ([, p]) => p.role === role,
      );
      if (!found) throw new Error(`There is no ${role}`);
      return { id: found[0], actor: { kind: 'participant', id: found[1].personId, serviceId } };
    },
    close: async () => {
      await api.close();
      await service.close();
    },
  };
}

const fields: Readonly<Record<string, object>> = textFields;
/** Words behind each text id of an event. */
const wordsOf = (event: Readonly<Record<string, unknown>> & { type: string }) =>
  Object.keys(fields[event.type] ?? {}).flatMap((field) => {
    const id = event[field];
    return typeof id === 'string' ? [{ id, words: `${event.type} ${field}` }] : [];
  });
