// The record of reads is a chain (R68): whatever is done to it afterwards is found, and the application cannot do it at all.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { serviceScope, openPools } from '#libs/database';
import { recordRead, checkReads, type CheckedReads } from '#libs/access-log';
import { openTestService, type TestService } from '../harness/service/test-service.js';

let service: TestService;
let manager: Id;
/** A service of its own for each test, with five entries. */
let readingService: Id;
beforeAll(async () => {
  service = await openTestService();
  manager = (await service.staff('manager')).id;
}, 60_000);
afterAll(() => service.close());
beforeEach(async () => {
  const made = await service.pools.plain.query<{ id: Id }>(
    `insert into service (name) values (gen_random_uuid()::text) returning id`,
  );
  readingService = made.rows[0]?.id ?? '';
  const rows = service.database.as(serviceScope(readingService));
  const entry = { by: manager, kind: 'read', operation: 'case', cases: [randomUUID(), randomUUID()] } as const;
  for (let n = 1; n <= 5; n += 1) await recordRead(rows, { ...entry, at: `2026-03-0${n}T09:30:00.000Z` });
});

const check = async (): Promise<CheckedReads> => {
  const { ends, faults, ...rest } = await checkReads(service.pools.plain);
  const own = <T extends { service: Id }>(all: T[]) => all.filter((one) => one.service === readingService);
  return { ...rest, ends: own(ends), faults: own(faults) };
};
const faults = async () => (await check()).faults.map(({ seq, fault }) => `${seq} ${fault}`);
/** As somebody with the owner's rights who switches the trigger off. */
const tamper = (...statements: string[]) =>
  service.pools.plain.query(
    [
      'begin; alter table read_record disable trigger read_record_append_only',
      ...statements.map((each) => `${each} and service_id = '${readingService}'`),
      'alter table read_record enable trigger read_record_append_only; commit',
    ].join(';\n'),
  );

test('a chain that nobody touched is whole, and says where it ends', async () => {
  const { faults: found, ends } = await check();
  expect(found).toEqual([]);
  expect(ends).toEqual([{ service: readingService, seq: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

test.each([
  ['by', `'someone-else'`],
  ['purpose', `'leads'`],
  ['at', `at - interval '1 second'`],
  ['kind', `'list'`],
  ['operation', `'caseload'`],
  ['case_ids', `case_ids[1:1]`],
  ['person_ids', `array[gen_random_uuid()]`],
  ['request', `gen_random_uuid()`],
])('another %s is found', async (column, value) => {
  await tamper(`update read_record set ${column} = ${value} where seq = 3`);
  expect(await faults()).toEqual(['3 was changed after it was written']);
});

test('a changed entry whose hash was made to fit is found at the next one', async () => {
  await tamper(
    `update read_record set purpose = 'leads' where seq = 3`,
    `update read_record r set hash = read_hash(r) where seq = 3`,
  );
  expect(await faults()).toEqual(['4 does not follow the entry before it']);
});

test('an entry that was taken out is found, the last one too', async () => {
  await tamper('delete from read_record where seq = 2');
  expect(await faults()).toEqual(['3 expected seq 2', '3 does not follow the entry before it']);
  await tamper('delete from read_record where seq = 5');
  expect((await faults()).at(-1)).toBe('0 ends at 4, and should end at 5');
});

test('entries that changed places are found', async () => {
  await tamper(
    'update read_record set seq = 10 where seq = 2',
    'update read_record set seq = 2 where seq = 3',
    'update read_record set seq = 3 where seq = 10',
  );
  expect((await faults()).length).toBeGreaterThanOrEqual(4);
});

test('an entry that was put in is found, at the end or between', async () => {
  await tamper(
    `insert into read_record select service_id, 6, at, by, kind, operation, purpose, case_ids, person_ids, request, hash, hash from read_record where seq = 5`,
  );
  expect(await faults()).toEqual(['6 was changed after it was written', '0 ends at 6, and should end at 5']);
});

test('the application cannot change, remove or add an entry, nor move the end of a chain', async () => {
  const app = openPools(service.url, { hot: 1, plain: 1, as: 'concord_app' });
  const rows = service.database.as(serviceScope(readingService));
  try {
    for (const statement of [
      'update read_record set by = by',
      'delete from read_record',
      'truncate read_record',
      'insert into read_record select service_id, 6, at, by, kind, operation, purpose, case_ids, person_ids, request, hash, hash from read_record where seq = 5',
      'update read_chain set seq = 0',
      'delete from read_chain',
      'alter table read_record disable trigger read_record_append_only',
    ]) {
      await expect(app.plain.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      await expect(rows.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  } finally {
    await app.end();
  }
  expect(await faults()).toEqual([]);
});

test('the owner cannot change, remove or clear it by mistake either', async () => {
  for (const statement of ['update read_record set by = by', 'delete from read_record', 'truncate read_record'])
    await expect(service.pools.plain.query(statement)).rejects.toThrow('append-only');
});

test('another service sees nothing of it, and no facilitator does', async () => {
  const { id } = await service.staff('facilitator');
  const count = async (scope: ReturnType<typeof serviceScope>) =>
    (await service.database.as(scope).query<{ n: number }>('select count(*) as n from read_record')).rows[0]?.n;
  expect(await count(serviceScope(readingService))).toBe(5);
  expect(await count(serviceScope('5e000000-0000-4000-8000-000000000001'))).toBe(0);
  expect(await count({ serviceId: readingService, sight: 'staff', who: id })).toBe(0);
  expect(await count({ serviceId: readingService, sight: 'participant', who: id })).toBe(0);
});
