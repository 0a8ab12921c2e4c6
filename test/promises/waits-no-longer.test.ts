// Promise: nobody waits for the database without end, and what nobody waits for any more is not done later.
import { Client } from 'pg';
import { isUnavailable, openPools } from '#libs/database';
import type { Actor } from '#libs/case';
import { openServices, type OpenServices } from '#libs/services';
import { tell } from '#libs/casework';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';

const patience = { connect: 1, lock: 1, statement: 2 };
let service: TestService;
let impatient: OpenServices;
let manager: Actor;
let owner: Client;
beforeAll(async () => {
  service = await openTestService();
  impatient = openServices(service.url, { masterKeys: testMasterKeys, patience });
  manager = await service.staff('manager');
  owner = new Client({ connectionString: service.url });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await impatient.stop();
  await service.close();
});

const flagging = (caseId: string, key: string) =>
  tell(impatient.store, () => new Date(), manager, { caseId, key, event: riskFlag() });
const revisionOf = async (caseId: string) =>
  (await owner.query<{ revision: number }>('select revision from case_file where id = $1', [caseId])).rows[0]?.revision;

test('a command that meets a lock is given up, has not happened, and happens once when it is sent again under its key', async () => {
  const [held, free] = [await service.aCase(manager), await service.aCase(manager)];
  const before = (await revisionOf(held)) ?? 0;
  await owner.query('begin');
  await owner.query('select from case_file where id = $1 for update', [held]);
  const refused = await flagging(held, 'held').catch((error: unknown) => error);
  expect(isUnavailable(refused)).toBe(true);
  expect(await flagging(free, 'free')).toMatchObject({ ok: true });
  await owner.query('commit');
  expect(await revisionOf(held)).toBe(before);
  expect(await flagging(held, 'held')).toMatchObject({ ok: true, revision: before + 1 });
  expect(await flagging(held, 'held')).toMatchObject({ ok: true, revision: before + 1, again: true });
});

test('a statement that takes too long, and a turn on a connection that does not come, are given up and said to be trouble', async () => {
  const pools = openPools(service.url, { hot: 1, plain: 1, patience });
  const slow = pools.plain.query('select pg_sleep(30)').catch((error: unknown) => error);
  const behind = pools.plain.query('select 1').catch((error: unknown) => error);
  expect([isUnavailable(await behind), isUnavailable(await slow)]).toEqual([true, true]);
  expect((await pools.plain.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pools.end();
});

test('pools end in seconds, also where a statement waits for a lock: it is cut, and its transaction undone', async () => {
  const caseId = await service.aCase(manager);
  const pools = openPools(service.url, { hot: 1, plain: 1 });
  await owner.query('begin');
  await owner.query('select from case_file where id = $1 for update', [caseId]);
  const stuck = pools.plain
    .query('update case_file set revision = 99 where id = $1', [caseId])
    .catch((error: unknown) => error);
  await pools.end();
  expect(isUnavailable(await stuck)).toBe(true);
  // The server looks every second whether whom it works for is still there.
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (((await owner.query(waiting)).rowCount ?? 0) > 0);
  await owner.query('rollback');
  expect(await revisionOf(caseId)).toBeLessThan(99);
});
