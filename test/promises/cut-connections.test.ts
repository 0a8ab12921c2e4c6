// A connection to the database that is cut costs nobody a command: the process goes on, and what was asked is answered, once.
import { Client } from 'pg';
import type { Actor, Id } from '#libs/case';
import { serviceScope } from '#libs/database';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';

let service: TestService;
let manager: Actor;
let owner: Client;
beforeAll(async () => {
  service = await openTestService();
  manager = await service.staff('manager');
  owner = new Client({ connectionString: service.url });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await service.close();
});

/** The server's processes for connections of the application, those that wait for a lock or all. */
const backends = (waiting: boolean) =>
  `from pg_stat_activity where datname = current_database() and application_name like 'concord%' and pid <> pg_backend_pid()
   and (wait_event_type = 'Lock' or not ${waiting})`;
async function cut(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(pg_terminate_backend(pid, 10_000))::int as n ${backends(false)}`,
  );
  return rows[0]?.n ?? 0;
}
/** Returns when so many connections wait for a lock: what was asked on them is under way. */
async function underWay(): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n ${backends(true)}`);
    if ((rows[0]?.n ?? 0) > 0) return;
  }
}
const revisionOf = async (caseId: Id) =>
  (await owner.query<{ revision: number }>('select revision from case_file where id = $1', [caseId])).rows[0]?.revision;

test.each([
  ['while they read', 'lock table answer in access exclusive mode'],
  ['while they write', 'lock table journal in exclusive mode'],
])('commands whose connections are cut %s are answered, and each has happened once', async (_when, lock) => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => service.aCase(manager)));
  const before = await Promise.all(cases.map(revisionOf));
  await owner.query('begin');
  await owner.query(lock);
  const answers = Promise.all(cases.map((caseId) => service.tell(manager, { caseId, event: riskFlag() })));
  await underWay();
  expect(await cut()).toBeGreaterThan(0);
  await owner.query('commit');
  expect((await answers).map(({ ok }) => ok)).toEqual(cases.map(() => true));
  expect(await Promise.all(cases.map(revisionOf))).toEqual(before.map((revision) => (revision ?? 0) + 1));
});

test('a connection that is cut between two statements of a transaction is an error of that transaction alone', async () => {
  const scope = serviceScope(service.serviceId);
  const broken = service.database.within(scope, async (rows) => {
    await rows.query('select 1');
    await cut();
    await owner.query('select 1'); // the socket says so before this is answered
    return rows.query('select 1');
  });
  await expect(broken).rejects.toThrow(/terminat|connection/i);
  expect((await service.database.as(scope).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a command after every idle connection was cut is answered', async () => {
  const caseId = await service.aCase(manager);
  await cut();
  expect(await service.tell(manager, { caseId, event: riskFlag() })).toMatchObject({ ok: true });
});
