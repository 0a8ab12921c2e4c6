// Live and ready are two questions: a process without its database lives and is not ready.
import { openHouse } from '../../../test/harness/api/test-api.js';

test('a house that lives but cannot serve says so, and no more', async () => {
  const house = await openHouse({ ready: async () => false });
  const live = await house.send({ method: 'GET', url: '/health/live' });
  const ready = await house.send({ method: 'GET', url: '/health/ready' });
  await house.close();
  expect([live.status, ready.status]).toEqual([200, 503]);
  expect(ready.text).toBe('{"status":"not ready"}');
});

test('a house that can serve is ready', async () => {
  const house = await openHouse();
  const ready = await house.send({ method: 'GET', url: '/health/ready' });
  await house.close();
  expect(ready.status).toBe(200);
});
