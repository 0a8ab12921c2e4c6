// Statements that come again are planned once a connection, and no connection keeps more plans than were agreed.
import type { Id } from '#libs/case';
import { serviceScope } from './scope.js';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { openPools, type Pools } from './pools.js';
import { scoped } from './scoped.js';
import { StatementNames } from './statement-names.js';

let database: FreshDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 1, as: 'concord_app' });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('the second time a text is sent it has a name, and keeps it', () => {
  const names = new StatementNames(2);
  expect(names.nameOf('select 1')).toBeUndefined();
  const name = names.nameOf('select 1');
  expect(name).toBeDefined();
  expect(names.nameOf('select 1')).toBe(name);
  expect(names.nameOf('select 2')).toBeUndefined();
  expect(names.nameOf('select 2')).not.toBe(name);
});

test('of a thousand texts that come again only as many as were agreed have a name', () => {
  const names = new StatementNames(300);
  const texts = Array.from({ length: 1000 }, (_, n) => `select ${n}`);
  for (const text of texts) names.nameOf(text);
  expect(new Set(texts.map((text) => names.nameOf(text)).filter((name) => name !== undefined)).size).toBe(300);
});

test('a read that comes again is prepared once on its connection, whoever asks', async () => {
  const asked = `select count(*)::int as n from case_file where stage = $1`;
  const ask = (serviceId: Id) => scoped(pools.plain).as(serviceScope(serviceId)).query(asked, ['consent']);
  for (let n = 0; n < 20; n += 1) await ask(crypto.randomUUID());
  const { rows } = await pools.plain.query<{ n: number }>(
    `select (generic_plans + custom_plans)::int as n from pg_prepared_statements where statement = $1`,
    [asked],
  );
  // One of the twenty went without a name; the others were all answered by the one statement that was prepared.
  expect(rows).toEqual([{ n: 19 }]);
});
