// That a case was opened in an emergency is for those who answer for it: whoever works on the case finds no task that says so (R68).
import type { Id } from '#libs/case';
import { emergencyRequests, type EmergencyRequests } from './emergency-requests.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

let api: ReadingApi;
let id: Id;
let opened: EmergencyRequests['opened'];
beforeAll(async () => {
  api = await openReadingApi();
  id = await api.service.aCase(api.staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  ({ opened } = emergencyRequests(api, id, (await api.row(id)).reference));
}, 120_000);
afterAll(() => api.close());

test('that a case was opened in an emergency is no task of those who work on it, and none that they or a coordinator can finish (R68)', async () => {
  const called = await api.service.staff('facilitator');
  const { id: emergency } = await opened(called);
  const { rows } = await api.service.pools.plain.query<{ id: Id }>('select id from task where about = $1', [emergency]);
  const finish = `mutation { finishTask(taskId: "${rows[0]?.id}") }`;
  const tasks = `query ($id: ID!) { tasks(first: 100) { edges { node { about } } } case(id: $id) { tasks { about } } }`;
  for (const who of [called, api.staff.lead, api.staff.coordinator]) {
    expect(JSON.stringify(await api.read(who, tasks, { id }))).not.toContain(emergency);
    expect(await api.read(who, finish)).toEqual({ finishTask: false });
  }
  for (const who of [api.staff.manager, api.staff.safeguardingLead])
    expect(JSON.stringify(await api.read(who, tasks, { id })).split(emergency)).toHaveLength(3);
});
