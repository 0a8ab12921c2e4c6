// The service over HTTP: its numbers, its staff, what waits for somebody, and who may see each.
import { randomUUID } from 'node:crypto';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

interface Tasks {
  tasks: {
    edges: { node: { id: string; caseId: string; task: string; doneAt: string | null } }[];
    pageInfo: { endCursor: string };
  };
}
const tasks =
  'query ($mine: Boolean, $open: Boolean, $first: Int, $after: String) { tasks(mine: $mine, open: $open, first: $first, after: $after) { edges { node { id caseId task doneAt } } pageInfo { endCursor } } }';

test("the numbers in force are the service's own over the defaults, and the areas are those it serves today", async () => {
  const { service, staff } = api;
  const { pools, serviceId } = service;
  await pools.plain.query(`update service set settings = '{"consentDays": 60}' where id = $1`, [serviceId]);
  const { rows } = await pools.plain.query<{ area: string; commissioner: string }>(
    `with a as (insert into area (name) values ('Northfold') returning id), m as (insert into commissioner (name, kind) values ('A commissioner', 'pcc') returning id)
     select a.id as area, m.id as commissioner from a, m`,
  );
  const [{ area, commissioner } = { area: '', commissioner: '' }] = rows;
  await pools.plain.query(
    `insert into commission (service_id, area_id, commissioner_id, starts_on, ends_on) values ($1, $2, $3, '2020-01-01', '2021-01-01'), ($1, $2, $3, '2021-01-01', null)`,
    [serviceId, area, commissioner],
  );
  const read = '{ service { name areas { name commissioner from until } settings { name value default own } } }';
  const { service: found } = await api.read<{ service: { areas: object[]; settings: object[] } }>(staff.lead, read);
  expect(found.areas).toEqual([{ name: 'Northfold', commissioner: 'A commissioner', from: '2021-01-01', until: null }]);
  expect(found.settings).toContainEqual({ name: 'consentDays', value: 60, default: 90, own: true });
  expect(found.settings).toContainEqual({ name: 'assessmentDays', value: 90, default: 90, own: false });
});

test('coordinators and managers see the staff with what they carry, facilitators do not, and it takes three statements', async () => {
  const { staff } = api;
  const read = '{ staff { id name roles level active points openCases } }';
  const seen = await api.read<{ staff: object[] }>(staff.coordinator, read);
  expect(seen.staff).toHaveLength(6);
  expect(seen.staff).toContainEqual({
    id: staff.lead.id,
    name: 'Member Of staff',
    roles: ['facilitator'],
    level: 'Advanced',
    active: true,
    points: 0,
    openCases: 0,
  });
  expect(await api.read(staff.lead, read)).toEqual({ staff: [] });
  // who asks, what is still to be counted, and the list
  expect(await api.statements(() => api.read(staff.coordinator, read))).toBe(3);
});

test('tasks come in pages, one can be finished once, and somebody asked to declare sees their own alone (R42)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  await api.say(id, { by: staff.manager, type: 'concern.raised', concernId: randomUUID(), text: randomUUID() });
  await api.say(id, { by: staff.coordinator, type: 'facilitator.asked', staffId: staff.lead.id, duty: 'lead' });
  const read = async (actor: typeof staff.lead, variables: object = {}) =>
    (await api.read<Tasks>(actor, tasks, variables)).tasks;
  const named = async (actor: typeof staff.lead, variables: object = {}) =>
    (await read(actor, variables)).edges.map(({ node }) => node.task);
  expect(await named(staff.manager)).toEqual(['assignFacilitator', 'decideConcern', 'declareConflict']);
  expect(await named(staff.lead)).toEqual(['declareConflict']);
  expect(await named(staff.coordinator, { mine: true })).toEqual(['assignFacilitator']);
  const { pageInfo, edges } = await read(staff.manager, { first: 1 });
  expect(await named(staff.manager, { first: 1, after: pageInfo.endCursor })).toEqual(['decideConcern']);
  const finish = `mutation { finishTask(taskId: "${edges[0]?.node.id}") }`;
  expect(await api.read(staff.coordinator, finish)).toEqual({ finishTask: true });
  expect(await api.read(staff.coordinator, finish)).toEqual({ finishTask: false });
  expect(await named(staff.manager, { open: false })).toEqual(['assignFacilitator']);
});

test('messages that wait are seen by the staff of the case', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.manager, type: 'case.closed', reason: 'other', side: 'withheld' });
  const read =
    '{ waiting: notices(waiting: true) { edges { node { caseId template sentAt } } } rest: notices(waiting: false) { edges { cursor } } }';
  const edge = { node: { caseId: id, template: 'workEnded', sentAt: null } };
  expect(await api.read(staff.lead, read)).toEqual({ waiting: { edges: [edge, edge] }, rest: { edges: [] } });
  expect(await api.read(staff.coFacilitator, read)).toEqual({ waiting: { edges: [] }, rest: { edges: [] } });
});
