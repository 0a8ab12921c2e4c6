// The record of reads on a real database: one chain a service, purposes that cannot be lied about, nothing beside it.
import { randomUUID } from 'node:crypto';
import { serviceScope, type Rows, scoped } from '#libs/database';
import { scopeOf } from '#libs/permissions';
import { openTestService, type TestService } from '../../../test/harness/service/test-service.js';
import { readKinds, readPurposes } from './kinds.js';
import { recordRead, type Read } from './record-read.js';

let service: TestService;
let rows: Rows;
beforeAll(async () => {
  service = await openTestService();
  rows = scoped(service.pools.plain).as(serviceScope(service.serviceId));
}, 60_000);
afterAll(() => service.close());

const at = '2026-03-02T09:30:00.123Z';
const aRead = (by: string, more: Partial<Read> = {}): Read => ({ by, at, kind: 'read', operation: 'case', ...more });
const last = async (n = 1) =>
  (
    await service.pools.plain.query<{ purpose: string; case_ids: string[]; person_ids: string[]; at: string }>(
      'select purpose, case_ids, person_ids, at from read_record where service_id = $1 order by seq desc limit $2',
      [service.serviceId, n],
    )
  ).rows;

test('why somebody may read is worked out from the records of the service', async () => {
  const [manager, lead, safeguarding, coordinator, other] = [
    await service.staff('manager'),
    await service.staff('facilitator'),
    await service.staff('safeguardingLead', 'manager'),
    await service.staff('coordinator'),
    await service.staff('facilitator'),
  ];
  const id = await service.aCase(manager);
  await service.pools.plain.query('update case_file set lead_id = $2, staff_ids = array[$2::uuid] where id = $1', [
    id,
    lead.id,
  ]);
  const [harriet] = (
    await service.pools.plain.query<{ person_id: string }>(
      `select person_id from participant where case_id = $1 and role = 'harmed'`,
      [id],
    )
  ).rows.map((row) => row.person_id);
  const purpose = async (read: Read) => {
    await recordRead(rows, read);
    return (await last())[0]?.purpose;
  };
  expect(await purpose(aRead(manager.id, { cases: [id] }))).toBe('management');
  expect(await purpose(aRead(safeguarding.id, { cases: [id] }))).toBe('safeguarding');
  expect(await purpose(aRead(coordinator.id, { cases: [id] }))).toBe('coordination');
  expect(await purpose(aRead(lead.id, { cases: [id] }))).toBe('leads');
  expect(await purpose(aRead(other.id, { cases: [id] }))).toBe('none');
  expect(await purpose(aRead(manager.id, { cases: [randomUUID()] }))).toBe('none');
  expect(await purpose(aRead(harriet ?? '', { cases: [id] }))).toBe('ownPart');
  expect(await purpose(aRead(lead.id, { persons: [harriet ?? ''] }))).toBe('leads');
  expect(await purpose(aRead(other.id, { persons: [harriet ?? ''], purpose: 'upkeep' }))).toBe('none');
  expect(await purpose(aRead('refer', { persons: [harriet ?? ''], purpose: 'intake' }))).toBe('intake');
  expect(await purpose(aRead('clock', { cases: [id] }))).toBe('upkeep');
});

test('one answer with cases of several purposes is one entry a purpose; members of staff are nobody that is read about', async () => {
  const [manager, lead] = [await service.staff('manager'), await service.staff('facilitator', 'coordinator')];
  const [own, others] = [await service.aCase(manager), await service.aCase(manager)];
  await service.pools.plain.query('update case_file set lead_id = $2, staff_ids = array[$2::uuid] where id = $1', [
    own,
    lead.id,
  ]);
  const people = (
    await service.pools.plain.query<{ case_id: string; person_id: string }>(
      'select case_id, person_id from participant where case_id = any($1)',
      [[own, others]],
    )
  ).rows;
  await recordRead(
    rows,
    aRead(lead.id, { kind: 'list', cases: [own, others], persons: [...people.map((p) => p.person_id), manager.id] }),
  );
  const of = (id: string) =>
    people
      .filter((p) => p.case_id === id)
      .map((p) => p.person_id)
      .toSorted();
  expect((await last(2)).toReversed()).toEqual([
    { purpose: 'coordination', case_ids: [others], person_ids: of(others), at },
    { purpose: 'leads', case_ids: [own], person_ids: of(own), at },
  ]);
});

test('a search that found nobody is recorded all the same', async () => {
  const coordinator = await service.staff('coordinator');
  await recordRead(rows, aRead(coordinator.id, { kind: 'search', operation: 'people' }));
  expect(await last()).toEqual([{ purpose: 'coordination', case_ids: [], person_ids: [], at }]);
});

test('a transaction of no service, or words in the place of names, are refused', async () => {
  await expect(recordRead(service.pools.plain, aRead('clock'))).rejects.toThrow('says its service');
  await expect(recordRead(rows, aRead('clock', { kind: 'search', operation: "Harriet O'Neill" }))).rejects.toThrow(
    'check',
  );
});

test('nobody records a read in the name of somebody else', async () => {
  const [one, two] = [await service.staff('manager'), await service.staff('manager')];
  const own = scoped(service.pools.plain).as(scopeOf(one));
  await recordRead(own, aRead(one.id, { kind: 'export', operation: 'everything' }));
  expect(await last()).toMatchObject([{ purpose: 'management' }]);
  await expect(recordRead(own, aRead(two.id))).rejects.toThrow('in their own name');
});

test('a hundred reads at once make one chain without gap', async () => {
  const manager = await service.staff('manager');
  const before = await service.pools.plain.query<{ seq: number }>('select seq from read_chain where service_id = $1', [
    service.serviceId,
  ]);
  const id = await service.aCase(manager);
  await Promise.all(Array.from({ length: 100 }, () => recordRead(rows, aRead(manager.id, { cases: [id] }))));
  const after = await service.pools.plain.query<{ seq: number; n: number; joined: number }>(
    `select max(seq) as seq, count(*) as n, count(*) filter (where prev_hash = before) as joined
     from (select seq, prev_hash, lag(hash, 1, decode(repeat('00', 32), 'hex')) over (order by seq) as before from read_record where service_id = $1) as r`,
    [service.serviceId],
  );
  const { seq, n, joined } = after.rows[0] ?? { seq: 0, n: 0, joined: 0 };
  expect(seq).toBe((before.rows[0]?.seq ?? 0) + 100);
  expect([n, joined]).toEqual([seq, seq]);
});

test('the words of the record are those of the schema', async () => {
  const { rows: checks } = await service.pools.plain.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'read_record'::regclass and contype = 'c'`,
  );
  const named = (column: string) =>
    [
      ...(checks.find(({ definition }) => definition.includes(`${column} = ANY`))?.definition.matchAll(/'(\w+)'/g) ??
        []),
    ].map(([, name]) => name);
  expect(named('kind').toSorted()).toEqual(Object.keys(readKinds).toSorted());
  expect(named('purpose').toSorted()).toEqual(Object.keys(readPurposes).toSorted());
});
