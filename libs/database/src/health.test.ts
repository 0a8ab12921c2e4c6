// Whether the database can be worked with is said within a second, whatever it does not do.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { openHealth } from './health.js';
import { openPools } from './pools.js';

const SECOND = 1_000;
let database: FreshDatabase;
beforeAll(async () => void (database = await freshDatabase()), 60_000);
afterAll(() => database.drop());

const seconds = async <T>(work: () => Promise<T>) => {
  const began = performance.now();
  return { found: await work(), ms: performance.now() - began };
};

test('a database that answers, has room and takes changes has no problem, also where every other connection is busy', async () => {
  const health = await openHealth(database.appUrl, { clockSeconds: 5 });
  const pools = openPools(database.url, { hot: 1, plain: 1 });
  const busy = pools.plain.query('select pg_sleep(0.3)');
  expect(await health.problems()).toEqual([]);
  await busy;
  await pools.end();
  await health.stop();
});

test('a database that is not there, and one that takes a connection and then keeps silent, do not answer: within a second', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  for (const url of ['postgresql://127.0.0.1:1/x', `postgresql://a:b@127.0.0.1:${port}/x`]) {
    const health = await openHealth(url, { clockSeconds: 5 });
    const { found, ms } = await seconds(() => health.problems());
    expect(found).toEqual(['The database does not answer.']);
    expect(ms).toBeLessThan(SECOND);
    await health.stop();
  }
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test('a database that takes no more connections says so', async () => {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const name = new URL(database.url).pathname.slice(1);
  await owner.query(`alter database ${name} connection limit 0`);
  const health = await openHealth(database.appUrl, { clockSeconds: 5 });
  expect(await health.problems()).toEqual(['The database takes no more connections.']);
  await owner.query(`alter database ${name} connection limit -1`);
  expect(await health.problems()).toEqual([]);
  await health.stop();
  await owner.end();
});
