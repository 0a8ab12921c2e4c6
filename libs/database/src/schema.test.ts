// The database as one page is true, and every row says whose it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { columnsOf, describe as describeSchema } from './describe-schema.js';
import { migrate } from './migrate.js';
import { openPools, type Pools } from './pools.js';

let database: FreshDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 2 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('schema/database.sql is what the migrations make (UPDATE_SCHEMA=1 writes it anew)', async () => {
  const page = join(import.meta.dirname, '../../../schema/database.sql');
  const now = await describeSchema(pools.plain);
  if (process.env['UPDATE_SCHEMA']) writeFileSync(page, now);
  expect(readFileSync(page, 'utf8')).toBe(now);
});

test('what a look may see is worked out once a look, not once a row: in a subquery of its own', async () => {
  const perRow = (await describeSchema(pools.plain)).match(/.*(?:any|all) ?\((?:concord_connect|concord_cases).*/g);
  expect(perRow).toBeNull();
});

test('every row belongs to a service, but for the places and commissioners that services share, and counters that say nothing', async () => {
  const columns = await columnsOf(pools.plain);
  const tables = new Set(columns.map(({ table }) => table));
  for (const { table } of columns.filter(({ name, required }) => name === 'service_id' && required))
    tables.delete(table);
  expect([...tables]).toEqual(['area', 'commissioner', 'self_referral_limit', 'service']);
});

test('migrating again changes nothing', async () => {
  expect(await migrate(database.url)).toEqual([]);
});
