// The master key changes under a working service: whoever reads meanwhile reads, and what was destroyed stays destroyed.
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { testMasterKeys } from '../../../../test/harness/database/master-keys.js';
import type { Id } from '#libs/case';
import { serviceScope, type Rows, openPools, scoped, type Pools } from '#libs/database';
import { PgPersonalRecords } from '#libs/people';
import { destroyKey } from './keys.js';
import { masterKeys } from '../master-keys.js';
import { rotate } from './rotate.js';
import { UnknownMasterKey } from '../wrapping.js';
import { Vault } from '../vault.js';

const PEOPLE = 1200;
const old = testMasterKeys;
const both = masterKeys(Buffer.alloc(32, 7), Buffer.alloc(32, 'a master key of the tests only'));
const fresh = masterKeys(Buffer.alloc(32, 7));

let database: FreshDatabase;
let pools: Pools;
let serviceId: Id;
let rows: Rows;
let ids: Id[];
const recordsUnder = (keys: typeof old) => new PgPersonalRecords(scoped(pools.plain), new Vault(keys));
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 6 });
  const made = await pools.plain.query<{ id: Id }>(`insert into service (name) values ('One') returning id`);
  serviceId = made.rows[0]?.id ?? '';
  rows = scoped(pools.plain).as(serviceScope(serviceId));
  ids = Array.from({ length: PEOPLE }, () => randomUUID());
  await pools.plain.query('insert into person (id, service_id) select unnest($1::uuid[]), $2', [ids, serviceId]);
  await recordsUnder(old).change(serviceId, new Map(ids.map((id, n) => [id, { given: `Name ${n}` }])));
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('readers and writers go on while every key is wrapped anew, and afterwards the old master key opens nothing', async () => {
  const records = recordsUnder(both);
  const gone = ids[0] as Id;
  let rotating = true;
  const read = async (): Promise<number> => {
    let found = 0;
    while (rotating) {
      const names = await records.names(serviceId, ids.slice(1, 200));
      expect([...names.values()]).toEqual(ids.slice(1, 200).map((_, n) => `Name ${n + 1}`));
      found += 1;
    }
    return found;
  };
  const newcomers: Id[] = [];
  const write = async (): Promise<void> => {
    while (rotating) newcomers.push(await records.add(serviceId, { given: 'New' }));
  };
  const beside = Promise.all([read(), read(), write()]);
  let batches = 0;
  // Broken off after its first batch, and somebody is erased before it is run again.
  const stop = new Error('broken off');
  await expect(
    rotate(pools.plain, both, () => {
      batches += 1;
      throw stop;
    }),
  ).rejects.toBe(stop);
  await destroyKey(rows, serviceId, gone, '2026-11-02T09:00:00.000Z');
  const rotated = await rotate(pools.plain, both, () => void (batches += 1));
  rotating = false;
  const [found] = await beside;
  expect(found).toBeGreaterThan(0);
  expect(batches).toBeGreaterThan(2);
  expect(rotated.unknown).toEqual([]);
  expect(await rotate(pools.plain, both)).toMatchObject({ rewrapped: 0, unknown: [] });

  const names = await recordsUnder(fresh).names(serviceId, [...ids, ...newcomers]);
  expect(names.get(gone)).toBeNull();
  expect([...names.values()].filter((name) => name === null)).toHaveLength(1);
  await expect(recordsUnder(old).names(serviceId, ids)).rejects.toThrow(UnknownMasterKey);
});

test('keys of a master key that nobody gave are named and left as they are', async () => {
  const rotated = await rotate(pools.plain, masterKeys(Buffer.alloc(32, 8)));
  expect(rotated).toMatchObject({ rewrapped: 0, current: 0, unknown: [{ masterId: fresh.current.id }] });
});
