// Reading the names on a page costs the same however many people a service knows.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { serviceScope, type Rows, type Scope, openPools, scoped, type Pools } from '#libs/database';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { testVault } from '../../../../test/harness/database/master-keys.js';
import { AS_ONE, readValues } from './values.js';

let database: FreshDatabase;
let owner: Pools;
let application: Pools;
let serviceId: Id;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openPools(database.url, { hot: 1, plain: 1 });
  application = openPools(database.url, { hot: 1, plain: 1, as: 'concord_app' });
  const { rows } = await owner.plain.query<{ id: Id }>(`insert into service (name) values ('One') returning id`);
  serviceId = rows[0]?.id ?? '';
}, 60_000);
afterAll(async () => {
  await Promise.all([owner.end(), application.end()]);
  await database.drop();
});

/** Makes the service know so many people more, each by a name; gives some of them. */
async function know(more: number): Promise<Id[]> {
  const { rows } = await owner.plain.query<{ id: Id }>(
    `with p as (insert into person (id, service_id) select gen_random_uuid(), $1 from generate_series(1, $2) returning id, service_id)
     insert into personal_value (person_id, field, service_id, value) select id, 'given', service_id, '\\x00' from p returning person_id as id`,
    [serviceId, more],
  );
  await owner.plain.query('vacuum analyze person');
  await owner.plain.query('vacuum analyze personal_value');
  return rows.slice(0, 25).map(({ id }) => id);
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}
/** Pages of 8 kB that reading these names touches, asked twice so that the first look at the catalogue does not count. */
async function pagesFor(ids: readonly Id[], scope: Scope): Promise<number> {
  let pages = NaN;
  const explained: Rows = {
    query: async (sql, values) => {
      const { rows } = await scoped(application.plain)
        .as(scope)
        .query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, buffers, format json) ${sql}`, values);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      pages = (plan?.['Shared Hit Blocks'] ?? NaN) + (plan?.['Shared Read Blocks'] ?? NaN);
      return { rows: [] };
    },
  };
  for (const _ of [1, 2]) await readValues(explained, testVault(), serviceId, ids, ['given', 'family'], AS_ONE);
  return pages;
}

test('the names of 25 people cost as much among 10,000 as among 500, for a manager and for a facilitator', async () => {
  const scopes: Scope[] = [serviceScope(serviceId), { serviceId, sight: 'staff', who: randomUUID() }];
  const among = async (more: number) => {
    const ids = await know(more);
    return Promise.all(scopes.map((scope) => pagesFor(ids, scope)));
  };
  const few = await among(500);
  const many = await among(9_500);
  for (const [n, pages] of many.entries()) expect(pages).toBeLessThanOrEqual((few[n] ?? NaN) * 1.2 + 20);
}, 60_000);
