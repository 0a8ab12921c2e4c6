// Figures over GraphQL: for those who answer for a service, in few statements, and for nobody else.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#libs/case';
import { Cursors } from '#libs/database';
import { Measures, PgMeasures } from '#libs/measures';
import { PgServiceReading } from '#libs/casework';
import { openTestService, type TestService } from '../../../../test/harness/service/test-service.js';
import { statementsOf } from '../../../../test/harness/database/count-statements.js';
import { codeOf, nothingToRead, openTestApi, type TestApi } from '../../../../test/harness/api/test-api.js';

let service: TestService;
let api: TestApi;
let sent: () => number;
const actors = new Map<string, Actor>();
const ask = async (actor: Actor, query: string) => {
  actors.set(actor.id, actor);
  return api.ask(query, await api.token(actor.id));
};

beforeAll(async () => {
  service = await openTestService();
  const cursors = new Cursors(randomBytes(32));
  api = await openTestApi({
    people: { actorFor: async (subject) => actors.get(subject) ?? null, nameOf: async () => null },
    reading: {
      ...nothingToRead,
      service: new PgServiceReading(service.database, cursors),
      names: ({ serviceId }, ids) => service.people.names(serviceId, ids),
    },
    measures: new Measures(new PgMeasures(service.database, cursors)),
  });
  const coordinator = await service.staff('coordinator');
  for (let n = 0; n < 3; n += 1) await service.staff('facilitator');
  for (let n = 0; n < 6; n += 1) await service.aCase(coordinator);
  sent = statementsOf(service.application.plain);
});
afterAll(async () => {
  await api.close();
  await service.close();
});

const page = `{ measures { at openCases { count list } stages { stage step count } waiting { waitingOn rule count over { count } }
  waitingCases(first: 3) { edges { node { case { reference lead { name } } waited limit over } } pageInfo { hasNextPage endCursor } }
  unassignedCases(first: 3) { edges { node { case { id } candidates { could declarationDue facilitator { name } reasons { words } } } } }
  workloads { facilitator { name } points limit openCases supervisionOverdue registrationOverdue } } }`;

test('a manager, a safeguarding lead and a coordinator see the figures of their service', async () => {
  for (const role of ['manager', 'safeguardingLead', 'coordinator'] as const) {
    const { body } = await ask(await service.staff(role), page);
    expect(body.errors).toBeUndefined();
    expect(body.data?.['measures']).toMatchObject({
      openCases: { count: 6, list: 'open' },
      stages: [{ stage: 'suitability', step: null, count: 6 }],
      waitingCases: { pageInfo: { hasNextPage: true } },
      workloads: [{ points: 0, facilitator: { name: 'Member Of staff' } }, {}, {}],
    });
  }
});

test('a page of figures takes as many statements as it has figures, not as many as it has rows', async () => {
  const manager = await service.staff('manager');
  sent();
  await ask(manager, page);
  // openCases, stages, waiting, waitingCases, unassignedCases; what settles them, the service's numbers, the staff, the names
  expect(sent()).toBeLessThanOrEqual(9);
});

test('the list behind a figure is read page by page by its name', async () => {
  const manager = await service.staff('manager');
  const list = (after: string | null) =>
    ask(
      manager,
      `{ measures { cases(list: "open", first: 4${after ? `, after: "${after}"` : ''}) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
    );
  type Found = { cases: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  const first = (await list(null)).body.data?.['measures'] as Found;
  const second = (await list(first.cases.pageInfo.endCursor)).body.data?.['measures'] as Found;
  const ids = [...first.cases.edges, ...second.cases.edges].map(({ node }) => node.id);
  expect([first.cases.pageInfo.hasNextPage, second.cases.pageInfo.hasNextPage, new Set(ids).size]).toEqual([
    true,
    false,
    6,
  ]);
});

test('the funnel and the checkpoints of a period', async () => {
  const { body } = await ask(
    await service.staff('manager'),
    `{ measures { definitions { measure says } funnel(from: "2020-01-01", to: "2099-12-31") { steps { step count harmed { count known of } list } medians { measure days known of } losses { count } }
      checkpoints(from: "2020-01-01", to: "2099-12-31") { checkpoint passed { count } refused { count } } } }`,
  );
  type Found = { funnel: { steps: unknown[]; medians: { days: unknown }[] } };
  const { funnel } = (body.data as Record<string, Found>)['measures'] as Found;
  expect(funnel.steps[0]).toMatchObject({ step: 'referred', count: 6, harmed: { count: 6, known: 6, of: 6 } });
  expect(funnel.medians.every(({ days }) => days === null)).toBe(true);
});

test('nobody else sees a figure', async () => {
  const { serviceId } = service;
  const others: Actor[] = [
    await service.staff('facilitator'),
    { kind: 'staff', id: randomUUID(), serviceId, roles: [] },
    { kind: 'participant', id: randomUUID(), serviceId },
  ];
  for (const actor of others) {
    sent();
    expect((await ask(actor, page)).body).toEqual({ data: { measures: null } });
    expect(sent()).toBe(0);
  }
});

test('a facilitator sees what they carry themselves, a participant nothing', async () => {
  const own = '{ ownWorkload { points facilitator { id } } }';
  const facilitator = await service.staff('facilitator');
  expect((await ask(facilitator, own)).body.data).toEqual({
    ownWorkload: { points: 0, facilitator: { id: facilitator.id } },
  });
  const participant: Actor = { kind: 'participant', id: randomUUID(), serviceId: service.serviceId };
  expect((await ask(participant, own)).body.data).toEqual({ ownWorkload: null });
  expect((await ask(await service.staff('manager'), own)).body.data).toEqual({ ownWorkload: null });
});

test.each([
  ['a list that no figure has', '{ measures { cases(list: "everything") { edges { cursor } } } }', 'NOT_FOUND'],
  [
    'a period that ends before it begins',
    '{ measures { funnel(from: "2026-02-01", to: "2026-01-01") { from } } }',
    'BAD_USER_INPUT',
  ],
  [
    'a cursor of another list',
    '{ measures { cases(list: "open", after: "x") { edges { cursor } } } }',
    'BAD_USER_INPUT',
  ],
  ['a page without rows', '{ measures { waitingCases(first: 0) { edges { cursor } } } }', 'BAD_USER_INPUT'],
])('%s is answered with a code', async (_what, query, code) => {
  expect(codeOf(await ask(await service.staff('manager'), query))).toBe(code);
});
