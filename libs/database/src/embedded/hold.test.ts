// The hold on the embedded server outlives a cut connection, and says when the server cannot be reached.
import { Client } from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { OWNERSHIP, takeHold } from './hold.js';

let database: FreshDatabase;
let watcher: Client;
const alive = () => true;
beforeAll(async () => {
  database = await emptyDatabase();
  watcher = new Client({ connectionString: database.url });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

/** The backend that holds the lock in this database; null for none. */
async function holder(): Promise<number | null> {
  const { rows } = await watcher.query<{ pid: number }>(
    `select l.pid from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and d.datname = current_database()`,
    [OWNERSHIP],
  );
  return rows[0]?.pid ?? null;
}

test('a cut connection is made anew and holds the server again; the server is not taken for lost', async () => {
  let lost = 0;
  const hold = await takeHold(database.url, alive, () => (lost += 1));
  const first = await holder();
  expect([hold.owner, typeof first]).toEqual([true, 'number']);
  await watcher.query('select pg_terminate_backend($1)', [first]);
  let second = await holder();
  while (second === null || second === first) second = await holder();
  expect(lost).toBe(0);
  const guest = await takeHold(database.url, alive, () => (lost += 1));
  expect(guest.owner).toBe(false);
  await guest.leave();
  await hold.leave();
  expect(lost).toBe(0);
});

test('a server that is gone is noticed', async () => {
  const gone = await emptyDatabase();
  const lost = new Promise<void>((resolve) => void takeHold(gone.url, () => false, resolve));
  const connected = () =>
    watcher.query(`select from pg_stat_activity where application_name = 'concord owner' and datname = $1`, [
      new URL(gone.url).pathname.slice(1),
    ]);
  while ((await connected()).rowCount === 0);
  await gone.drop();
  await lost;
});
