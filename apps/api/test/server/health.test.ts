// Live and ready are two questions: a process without its database lives and is not ready.
import { openTestApi } from '../../../../test/harness/api/test-api.js';

test('a process that lives but cannot serve says so, and no more', async () => {
  const api = await openTestApi({ ready: async () => ['The database does not answer.'] });
  const live = await api.send({ method: 'GET', url: '/health/live' });
  const ready = await api.send({ method: 'GET', url: '/health/ready' });
  await api.close();
  expect([live.status, ready.status]).toEqual([200, 503]);
  expect(ready.text).toBe('{"status":"not ready","why":["The database does not answer."]}');
});

test('a process that can serve is ready', async () => {
  const api = await openTestApi();
  const ready = await api.send({ method: 'GET', url: '/health/ready' });
  await api.close();
  expect(ready.status).toBe(200);
});
