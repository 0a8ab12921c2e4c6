// Two services on one database, in them everybody who may knock and cases that are not theirs, every word in them planted; the API with and without the program's own checks.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { openCase } from '#libs/casework';
import { letSignIn } from '#libs/permissions';
import { openTestApi as openApi, type TestApi, type Reply } from './test-api.js';
import { everybody, type Who } from './case-api.js';
import { inputOf } from './sample-commands.js';
import { composeServices as openPorts, type Services as Ports } from '../../../apps/server/src/compose-services.js';
import { openTestService, type TestService } from '../service/test-service.js';
import { testMasterKeys } from '../database/master-keys.js';

export { everybody };
export type { Who };

/** `target` is the case under attack, `foreign` another of the same service, `elsewhere` one of another service. */
export const cases = ['target', 'foreign', 'elsewhere'] as const;
export type CaseName = (typeof cases)[number];
/** The words planted in a case and its people: all of them begin like this. */
export const plantedIn = (name: CaseName): string => `Planted${name}`;
/** The words planted about one side of the target. */
export const plantedAbout = (role: 'harmed' | 'responsible'): string => `Plantedtarget${role}`;

export interface AttackedApi {
  readonly service: TestService;
  readonly caseIds: Readonly<Record<CaseName, Id>>;
  readonly actors: Readonly<Record<Who, Actor>>;
  /** Sends a document; `checksOff`: to the API whose own checks are disabled. */
  ask(who: Who, query: string, variables?: object, checksOff?: boolean): Promise<Reply>;
  /** Runs SQL as the owner, whom nothing is hidden from. */
  sql<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  readonly api: TestApi;
  close(): Promise<void>;
}

// What is asked here is the whole schema many times over; how much one may ask for has tests of its own.
const limits = {
  tokens: 200_000,
  depth: 30,
  cost: 1e12,
  aliases: 1e6,
  duplicates: 1e6,
  bodyBytes: 5e6,
  requestsPerMinute: 1e9,
  strangersPerMinute: 1e9,
};

export async function openAttackedApi(): Promise<AttackedApi> {
  const service = await openTestService();
  const { pools } = service;
  const sql: AttackedApi['sql'] = async <R extends object>(text: string, values: unknown[] = []) =>
    (await pools.plain.query<R>(text, values)).rows;
  const ports: Ports[] = [
    openPorts(service.url, testMasterKeys),
    openPorts(service.url, testMasterKeys, { checksDisabledForTest: true }),
  ];
  const houses = await Promise.all(
    ports.map((each) => openApi({ ...each, people: each.people, limits, log: { level: 'silent' } })),
  );
  const [api, open] = houses as [TestApi, TestApi];

  const [other] = await sql<{ id: Id }>(`insert into service (name) values ('Plantedelsewhere service') returning id`);
  const otherServiceId = other?.id ?? '';
  const otherId = await service.people.add(otherServiceId, { given: 'Plantedelsewhere', family: 'Plantedelsewhere' });
  await sql(
    `insert into staff (id, service_id, subject, roles) values ($1, $2, $1::uuid::text, '{manager,coordinator,safeguardingLead}')`,
    [otherId, otherServiceId],
  );
  const otherService: Actor = {
    kind: 'staff',
    id: otherId,
    serviceId: otherServiceId,
    roles: ['manager', 'coordinator', 'safeguardingLead'],
  };
  const hands = {
    lead: await service.staff('facilitator'),
    asked: await service.staff('facilitator'),
    released: await service.staff('facilitator'),
    otherFacilitator: await service.staff('facilitator'),
    emergency: await service.staff('facilitator'),
    connected: await service.staff('manager', 'coordinator', 'safeguardingLead'),
    coordinator: await service.staff('coordinator'),
    manager: await service.staff('manager'),
    safeguardingLead: await service.staff('safeguardingLead'),
  };
  const caseIds = {
    target: await aCase(service, hands.coordinator, 'target'),
    foreign: await aCase(service, hands.coordinator, 'foreign'),
    elsewhere: await aCase(service, otherService, 'elsewhere'),
  };
  const partIn = async (name: CaseName, role: string): Promise<Actor> => {
    const [found] = await sql<{ person_id: Id; service_id: Id }>(
      'select person_id, service_id from participant where case_id = $1 and role = $2',
      [caseIds[name], role],
    );
    if (!found) throw new Error(`Nobody is ${role} in ${name}`);
    await letSignIn(pools.plain, found.service_id, found.person_id, found.person_id);
    return { kind: 'participant', id: found.person_id, serviceId: found.service_id };
  };
  const actors: Readonly<Record<Who, Actor>> = {
    ...hands,
    otherService,
    harmed: await partIn('target', 'harmed'),
    responsible: await partIn('target', 'responsible'),
    otherParticipant: await partIn('foreign', 'harmed'),
  };
  const tokens = new Map<Who, Promise<string>>();
  const ask: AttackedApi['ask'] = async (who, query, variables, checksOff = false) => {
    const { id, serviceId: service } = actors[who] as Exclude<Actor, { kind: 'clock' }>;
    const signed = tokens.get(who) ?? api.issuer.sign({ subject: id, serviceId: service }, { scope: 'explore' });
    tokens.set(who, signed);
    return (checksOff ? open : api).ask(query, await signed, variables);
  };
  const attacked: AttackedApi = {
    service,
    caseIds,
    actors,
    ask,
    sql,
    api,
    close: async () => {
      await Promise.all(houses.map((each) => each.close()));
      await Promise.all(ports.map((each) => each.stop()));
      await service.close();
    },
  };
  await furnish(attacked);
  return attacked;
}

async function aCase({ store }: TestService, by: Actor, name: CaseName): Promise<Id> {
  const ids = { harmed: randomUUID(), responsible: randomUUID(), offence: randomUUID() };
  const values = (role: 'harmed' | 'responsible') => {
    const word = `${plantedIn(name)}${role}`;
    return { given: `${word}given`, family: `${word}family`, email: `${word}@post.example` };
  };
  const joined = (role: 'harmed' | 'responsible') =>
    ({
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: ids[role],
      role,
      age: 'adult',
      approach: 'agreed',
    }) as const;
  const answer = await openCase(store, () => new Date(), by, {
    key: randomUUID(),
    opening: { source: 'police', initiator: 'harmed', offences: [{ offenceId: ids.offence, kind: 'burglary' }] },
    persons: [
      { id: ids.harmed, values: values('harmed') },
      { id: ids.responsible, values: values('responsible') },
    ],
    offences: [
      { id: ids.offence, reference: null, kind: 'burglary', words: `${plantedIn(name)} offence`, recordedOn: null },
    ],
    initialEvents: [joined('harmed'), joined('responsible')],
  });
  if (!answer.ok) throw new Error(`The case was not opened: ${JSON.stringify(answer)}`);
  return answer.caseId;
}

/** Facilitators of the target, and words in each case that only some of its own people may read. */
async function furnish({ caseIds, actors, ask }: AttackedApi): Promise<void> {
  const say = async (who: Who, verb: string, event: object, name: CaseName = 'target') => {
    const query = `mutation($command: Command!, $event: ${inputOf(verb)}!) { ${verb}(command: $command, event: $event) { __typename ... on Refused { why blockers { words } } } }`;
    const reply = await ask(who, query, { command: { caseId: caseIds[name], key: randomUUID() }, event });
    const answer = reply.body.data?.[verb] as { __typename: string } | undefined;
    if (answer?.__typename !== 'Told') throw new Error(`${who} ${verb}: ${reply.text}`);
  };
  const idOf = (who: Who) => (actors[who] as { id: Id }).id;
  await say('coordinator', 'askFacilitator', { staffId: idOf('lead'), duty: 'lead' });
  await say('lead', 'declareConflict', { staffId: idOf('lead'), connected: false });
  await say('coordinator', 'assignFacilitator', { staffId: idOf('lead'), duty: 'lead' });
  for (const who of ['asked', 'released'] as const)
    await say('coordinator', 'askFacilitator', { staffId: idOf(who), duty: 'coFacilitator' });
  await say('coordinator', 'releaseFacilitator', { staffId: idOf('released'), reason: 'Plantedtarget release' });
  await say('connected', 'declareConflict', { staffId: idOf('connected'), connected: true });
  const opening = `mutation { openInEmergency(caseIdOrReference: "${caseIds.target}", reason: "Called at night") { id } }`;
  await ask('emergency', opening);
  for (const [who, lead, name] of [
    ['coordinator', 'safeguardingLead', 'target'],
    ['coordinator', 'safeguardingLead', 'foreign'],
    ['otherService', 'otherService', 'elsewhere'],
  ] as const) {
    await say(who, 'reportRiskInformation', { text: `${plantedIn(name)} risk` }, name);
    await say(lead, 'raiseConcern', { text: `${plantedIn(name)} concern` }, name);
    await say(
      who,
      'addParticipant',
      { role: 'observer', age: 'adult', approach: 'agreed', person: { given: `${plantedIn(name)}observer` } },
      name,
    );
  }
}
