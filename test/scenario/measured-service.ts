// A small service worked through casework for the figures: cases that end in every way a case can, on days of the test's choosing.
import { randomUUID } from 'node:crypto';
import { fold, textFields, type Blocker, type CaseEvent, type Id } from '#libs/case';
import { eventOf, type UnstampedEvent } from '#libs/casework';
import { serviceScope } from '#libs/database';
import { openTestService, type TestService } from '../harness/service/test-service.js';
import { answer, type Around, type Said, type Staff } from './answer-blocker.js';

export interface MeasuredService {
  service: TestService;
  staff: Staff;
  /** The instant it is in this service; moves forward by whole days only. */
  now(): string;
  pass(days: number): void;
  open(): Promise<Id>;
  /** Says it now. Gives false when the case does not take it. */
  say(caseId: Id, said: Said): Promise<boolean>;
  /** Says it after answering whatever stands before it, a day at a time. */
  manage(caseId: Id, said: Said): Promise<void>;
  journal(caseId: Id): Promise<CaseEvent[]>;
  participants(caseId: Id): Promise<{ id: Id; role: string }[]>;
  /** Those in a process, in the order they joined it. */
  members(caseId: Id, processId: Id): Promise<{ id: Id; part: string }[]>;
  /** Ids of what was done in a case though a door was shut. */
  deviations(caseId: Id): Promise<Id[]>;
  /** The process that the case began with. */
  firstProcess(caseId: Id): Promise<Id>;
}

const nobodyLeads: Blocker = { rule: 'facilitator', about: 'lead', who: 'coordinator', since: null };
const fields: Readonly<Record<string, object>> = textFields;
const wordsOf = (event: Readonly<Record<string, unknown>> & { type: string }) =>
  Object.keys(fields[event.type] ?? {}).flatMap((field) =>
    typeof event[field] === 'string' ? [{ id: event[field], words: event.type }] : [],
  );

/** Opens a service at an ISO instant, on a database of its own. */
export async function openMeasuredService(start: string): Promise<MeasuredService> {
  const service = await openTestService();
  const staff: Staff = {
    lead: await service.staff('facilitator'),
    coFacilitator: await service.staff('facilitator'),
    supervisor: await service.staff('facilitator'),
    safeguardingLead: await service.staff('safeguardingLead'),
    manager: await service.staff('manager'),
    coordinator: await service.staff('coordinator'),
  };
  const around: Around = { staff, id: randomUUID };
  let today = Date.parse(start);
  const clock = () => new Date(today);
  const journal = async (caseId: Id) =>
    (await service.store.journal(serviceScope(service.serviceId), caseId)).map(eventOf);

  const tell = async (caseId: Id, { by, ...event }: Said) => {
    if (event.type === 'participant.joined') await service.people.add(service.serviceId, {}, event.personId);
    const { standing: _asked, ...happening } = event as typeof event & { standing?: unknown };
    return service.tell(by, { caseId, event: happening as UnstampedEvent, texts: wordsOf(happening) }, clock);
  };
  /** Answers one of these blockers; what stands before the answer itself is answered first. Gives why it could not. */
  const help = async (caseId: Id, blockers: readonly Blocker[], processId: Id | null, depth = 3): Promise<unknown> => {
    const { facts } = fold(await journal(caseId));
    let why: unknown = 'there is no answer';
    for (const blocker of blockers) {
      const said = answer(blocker, facts, around, clock().toISOString(), processId);
      if (!said) continue;
      const heard = await tell(caseId, said);
      if (heard.ok) return null;
      why = [said, heard];
      if (depth > 0 && 'blockers' in heard && (await help(caseId, heard.blockers, processId, depth - 1)) === null)
        return null;
    }
    return why;
  };
  const manage: MeasuredService['manage'] = async (caseId, said) => {
    const processId = 'processId' in said ? (said.processId ?? null) : null;
    for (let tries = 0; tries < 120; tries += 1) {
      const answered = await tell(caseId, said);
      if (answered.ok) return;
      // A facilitator who is not on the case yet does not see it: they are brought onto it first.
      const outside = answered.why === 'not-found' || answered.why === 'not-permitted';
      const blockers = outside ? [nobodyLeads] : 'blockers' in answered ? answered.blockers : [];
      const why = await help(caseId, blockers, processId);
      if (why !== null) throw new Error(`${said.type}: ${JSON.stringify([answered, why])}`);
    }
    throw new Error(`${said.type} never opened`);
  };
  return {
    service,
    staff,
    now: () => clock().toISOString(),
    pass: (days) => void (today += days * 86_400_000),
    open: () => service.aCase(staff.coordinator, clock),
    say: async (caseId, said) => (await tell(caseId, said)).ok,
    manage,
    journal,
    deviations: async (caseId) => Object.keys(fold(await journal(caseId)).facts.deviations.of),
    firstProcess: async (caseId) => {
      const [opened] = await journal(caseId);
      if (opened?.type !== 'case.opened') throw new Error('There is no such case');
      return opened.processId;
    },
    members: async (caseId, processId) =>
      Object.entries(fold(await journal(caseId)).facts.processes[processId]?.members.of ?? {}).map(
        ([id, { part }]) => ({
          id,
          part,
        }),
      ),
    participants: async (caseId) =>
      Object.entries(fold(await journal(caseId)).facts.people.participants).map(([id, { role }]) => ({ id, role })),
  };
}
