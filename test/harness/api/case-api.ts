// The real API over a real PostgreSQL: one case with its people and staff of every position, each able to send commands.
import { randomUUID } from 'node:crypto';
import { openCase, preview, type Happening, type UnstampedEvent, type Opening, servesArea } from '#libs/casework';
import type { Actor, Id } from '#libs/case';
import { actorFor, letSignIn } from '#libs/permissions';
import { hasFound } from '#libs/access-log';
import { serviceScope } from '#libs/database';
import { forgetNewcomer } from '#libs/people';
import { openTestService, type TestService } from '../service/test-service.js';
import type { ApiOptions } from '../../../apps/api/src/options.js';
import { openTestApi, type TestApi, type Reply } from './test-api.js';
import { inputOf } from './sample-commands.js';

/**
 * Everybody who may knock. `asked` has been asked and has not declared, `emergency` has opened the case for an hour, `connected` holds
 * every role and has declared a connection; the last four have nothing to do with the case.
 */
export const everybody = [
  'lead',
  'asked',
  'coordinator',
  'manager',
  'safeguardingLead',
  'harmed',
  'responsible',
  'emergency',
  'connected',
  'otherFacilitator',
  'otherParticipant',
  'otherService',
  'released',
] as const;
export type Who = (typeof everybody)[number];

export interface CaseApi {
  readonly service: TestService;
  readonly api: TestApi;
  readonly caseId: Id;
  /** Participant ids of the case. */
  readonly harmed: Id;
  readonly responsible: Id;
  readonly actors: Readonly<Record<Who, Actor>>;
  /** Sends one mutation; `event` left out where it says nothing. */
  tell(who: Who, verb: string, event: object | null, command?: object): Promise<Reply>;
  /** Asks what it would do. */
  preview(who: Who, verb: string, event: object | null, caseId?: Id): Promise<Reply>;
  /** Sends any document as this actor. */
  ask(who: Who, query: string, variables?: object): Promise<Reply>;
  /** Tells the case without the API. */
  happens(who: Who, event: UnstampedEvent): Promise<void>;
  close(): Promise<void>;
}

const REFUSED = '... on Refused { why blockers { rule about since } }';
const PAYLOAD = `__typename ... on Told { caseId revision made } ${REFUSED} ... on Stale { revision }`;
const PREVIEW = `happens why blockers { rule about since } moves { processId from to } meetingsCalledOff told { participantId template processId notBefore } cancelled tasks { for assigneeId task processId about }`;

/** Opens a test service and the API over it, with one case. */
export async function openCaseApi(): Promise<CaseApi> {
  const service = await openTestService();
  const { pools, store, people, serviceId } = service;
  const now = () => new Date();
  const options = {
    log: { level: 'silent' as const },
    people: {
      actorFor: (subject: string, service: Id) => actorFor(pools.plain, { subject, serviceId: service }),
      nameOf: async () => null,
    },
    casework: {
      tell: (actor: Actor, command: object) => service.tell(actor, command as never),
      preview: (actor: Actor, id: Id, event: object, also?: readonly object[]) =>
        preview(store, now, actor, id, event as unknown as UnstampedEvent, also as readonly Happening[]),
      openCase: (actor: Actor, opening: object) => openCase(store, now, actor, opening as unknown as Opening),
    },
    register: {
      addPerson: async (service: Id, id: Id, values: object) => void (await people.add(service, values, id)),
      hasFound: (actor: Actor, id: Id) =>
        hasFound(service.database.as(serviceScope(actor.serviceId)), actor, id, now().toISOString()),
      forgetNewcomer: (service: Id, id: Id) => forgetNewcomer(pools.plain, service, id),
      offencesByReference: (service: Id, references: readonly string[]) =>
        store.offencesByReference(service, [...references]),
      serves: (of: Id, area: Id, on: string) => servesArea(service.database, of, area, on),
    },
  };
  const api = await openTestApi(options as Partial<ApiOptions>);

  const coordinator = await service.staff('coordinator');
  const [lead, asked, released] = [
    await service.staff('facilitator'),
    await service.staff('facilitator'),
    await service.staff('facilitator'),
  ];
  const caseId = await service.aCase(coordinator);
  const otherCase = await service.aCase(coordinator);
  const { rows: elsewhere } = await pools.plain.query<{ id: Id }>(
    `insert into service (name) values ('Another') returning id`,
  );
  const otherServiceId = elsewhere[0]?.id ?? '';
  const otherService = await people.add(otherServiceId, {});
  await pools.plain.query(
    `insert into staff (id, service_id, subject, roles) values ($1, $2, $1::uuid::text, '{manager,coordinator,safeguardingLead}')`,
    [otherService, otherServiceId],
  );
  const participants = async (of: Id) => {
    const { rows } = await pools.plain.query<{ id: Id; person_id: Id; role: string }>(
      'select id, person_id, role from participant where case_id = $1',
      [of],
    );
    for (const { person_id } of rows) await letSignIn(pools.plain, serviceId, person_id, person_id);
    return (role: string) => rows.find((row) => row.role === role) as (typeof rows)[number];
  };
  const [here, there] = [await participants(caseId), await participants(otherCase)];
  const participant = (id: Id): Actor => ({ kind: 'participant', id, serviceId });
  const actors: Record<Who, Actor> = {
    lead,
    asked,
    coordinator,
    released,
    manager: await service.staff('manager'),
    safeguardingLead: await service.staff('safeguardingLead'),
    harmed: participant(here('harmed').person_id),
    responsible: participant(here('responsible').person_id),
    emergency: await service.staff('facilitator'),
    connected: await service.staff('manager', 'coordinator', 'safeguardingLead'),
    otherFacilitator: await service.staff('facilitator'),
    otherParticipant: participant(there('harmed').person_id),
    otherService: {
      kind: 'staff',
      id: otherService,
      serviceId: otherServiceId,
      roles: ['manager', 'coordinator', 'safeguardingLead'],
    },
  };

  const happens: CaseApi['happens'] = async (who, event) => {
    const answer = await service.tell(actors[who], { caseId, event, texts: textsIn(event) });
    if (!answer.ok) throw new Error(`${event.type}: ${JSON.stringify(answer)}`);
  };
  const tokens = new Map<Who, Promise<string>>();
  const tokenOf = (who: Who): Promise<string> => {
    const { id, serviceId: service } = actors[who];
    const token = tokens.get(who) ?? api.issuer.sign({ subject: id, serviceId: service }, { scope: 'explore' });
    tokens.set(who, token);
    return token;
  };
  const ask: CaseApi['ask'] = async (who, query, variables) => api.ask(query, await tokenOf(who), variables);
  const tell: CaseApi['tell'] = (who, verb, event, command = {}) => {
    const input = event && inputOf(verb);
    const query = `mutation($command: Command!${input ? `, $event: ${input}!` : ''}) { ${verb}(command: $command${input ? ', event: $event' : ''}) { ${PAYLOAD} } }`;
    return ask(who, query, { command: { caseId, key: randomUUID(), ...command }, ...(input && { event }) });
  };
  await happens('coordinator', { type: 'facilitator.asked', staffId: lead.id, duty: 'lead' });
  await happens('lead', { type: 'conflict.declared', staffId: lead.id, connected: false });
  await happens('coordinator', { type: 'facilitator.assigned', staffId: lead.id, duty: 'lead' });
  for (const { id } of [asked, released])
    await happens('coordinator', { type: 'facilitator.asked', staffId: id, duty: 'coFacilitator' });
  await happens('coordinator', {
    type: 'facilitator.released',
    staffId: released.id,
    reason: 'a0000000-0000-4000-8000-000000000001',
  });
  await pools.plain.query(
    `insert into emergency_access (service_id, case_id, staff_id, reason, until) values ($1, $2, $3, '', now() + interval '1 hour')`,
    [serviceId, caseId, actors.emergency.id],
  );
  await pools.plain.query(
    'insert into connection (service_id, staff_id, person_id, declared_at) values ($1, $2, $3, now())',
    [serviceId, actors.connected.id, here('harmed').person_id],
  );
  // both have heard from the service: before that the case is not there for them (R4, R9)
  for (const role of ['harmed', 'responsible'])
    await happens('coordinator', { type: 'offer.made', participantId: here(role).id, answer: 'yes' });
  return {
    service,
    api,
    caseId,
    actors,
    ask,
    tell,
    happens,
    harmed: here('harmed').id,
    responsible: here('responsible').id,
    preview: (who, verb, event, of = caseId) =>
      ask(who, `query($caseId: ID!, $event: AnyEvent!) { preview(caseId: $caseId, event: $event) { ${PREVIEW} } }`, {
        caseId: of,
        event: { [verb]: event ?? true },
      }),
    close: async () => {
      await api.close();
      await service.close();
    },
  };
}

const textsIn = (event: UnstampedEvent) =>
  'reason' in event && event.type === 'facilitator.released' ? [{ id: event.reason, words: 'Words' }] : [];
