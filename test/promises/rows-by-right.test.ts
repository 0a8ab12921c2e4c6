// Promise: the application signs in as a role that owns nothing and goes around nothing, and no table is open to it without a policy.
import { Client } from 'pg';
import { APPLICATION, openPools, scheduleSql, scoped, type Pools } from '#libs/database';
import { freshDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';
import { sources } from '../architecture/sources.js';

let database: FreshDatabase;
let owner: Pools;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openPools(database.url, { hot: 1, plain: 1 });
  pools = openPools(database.appUrl, { hot: 1, plain: 1 });
  await owner.plain.query(`insert into service (id, name) values ($1, 'Northfold'), ($2, 'Southfold')`, [ours, theirs]);
});
afterAll(async () => {
  await Promise.all([owner.end(), pools.end()]);
  await database.drop();
});
const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
const scope = { serviceId: ours, sight: 'service', who: null } as const;
const names = async (sql: string): Promise<string[]> =>
  (await owner.plain.query<{ name: string }>(sql)).rows.map(({ name }) => name);
const tables = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

test('every table has row-level security and at least one policy', async () => {
  expect(
    await names(
      `select c.relname as name from ${tables} and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
    ),
  ).toEqual([]);
});

test('the application owns nothing, bypasses nothing and is a member of nothing', async () => {
  const { rows } = await owner.plain.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
       exists (select from pg_auth_members m where m.member = r.oid) as member, exists (select from pg_class c where c.relowner = r.oid) as owns
     from pg_roles r where rolname = $1`,
    [APPLICATION],
  );
  expect(Object.values(rows[0] as object)).toEqual(Array.from({ length: 7 }, () => false));
});

test('what only grows is not granted to be changed: the journal, and whatever a trigger keeps as it is', async () => {
  // A trigger before each statement that changes or removes is how a table says that it only grows.
  const [only, changed] = [
    `exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 3 = 2 and t.tgtype & 24 = 24)`,
    `(has_any_column_privilege('${APPLICATION}', c.oid, 'update') or has_table_privilege('${APPLICATION}', c.oid, 'delete'))`,
  ];
  expect(await names(`select c.relname as name from ${tables} and ${only}`)).toContain('journal');
  expect(await names(`select c.relname as name from ${tables} and ${only} and ${changed}`)).toEqual([]);
  expect(
    await names(`select c.relname as name from ${tables} and has_table_privilege('${APPLICATION}', c.oid, 'truncate')`),
  ).toEqual([]);
});

test("a function with its owner's rights looks nowhere but in our own schema, and nobody else's view or function has them", async () => {
  expect(
    await names(
      `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
       and not coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)`,
    ),
  ).toEqual([]);
  expect(
    await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    ),
  ).toEqual([]);
});

test('signed in with its own password it sees nothing before it has said for whom, and becomes nobody else', async () => {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    expect((await client.query('select current_user as name')).rows).toEqual([{ name: APPLICATION }]);
    expect((await client.query('select from service')).rowCount).toBe(0);
    const { rows } = await owner.plain.query<{ name: string }>('select current_user as name');
    // On a server of one's own (TEST_DATABASE_URL) the owner signs in and is the smaller role, which production refuses.
    const [session] = (await client.query<{ name: string }>('select session_user as name')).rows;
    if (session?.name === APPLICATION)
      await expect(client.query(`set role ${client.escapeIdentifier(rows[0]?.name ?? '')}`)).rejects.toThrow(
        /permission/,
      );
    await expect(client.query('set session authorization default')).resolves.toBeDefined();
    await expect(client.query('alter table service disable row level security')).rejects.toThrow(/must be owner/);
    await expect(client.query('create table public.own (id int)')).rejects.toThrow(/permission denied/);
    await client.query('set row_security = off');
    await expect(client.query('select from service')).rejects.toThrow(/row-level security/);
  } finally {
    await client.end();
  }
});

/** Who asks a pool without saying whose eyes ask, and why that gives nothing away. */
const bare: Readonly<Record<string, string>> = {
  'libs/database/src/health.ts': 'whether the database answers, what time it has there, and whether it is a standby',
  'libs/sign-in/src/postgres/sessions.ts':
    'a function that finds a session by its secret and says itself whose eyes it has then',
  'libs/measures/src/postgres/settle.ts':
    "a function that counts every service's cases again and says only how many; the rebuilding is the owner's",
  'libs/database/src/queues.ts': 'jobs, which row-level security gives to their service and to the worker alone',
};

test('what serves asks the database through a scope, and nowhere a pool itself', () => {
  const serving = sources.filter(
    ({ path, isTest }) =>
      !isTest &&
      /^(libs|apps\/(api|worker|web))\/|^apps\/server\/src\/(compose-services|main)\.ts$/.test(path) &&
      !path.includes('/test/'),
  );
  const asking = serving.filter(({ text }) => /pool(s\.(plain|hot))?\s*\.query\b/.test(text)).map(({ path }) => path);
  // The owner's: the schema described, migrated, its journals checked.
  const owners =
    /^libs\/(database\/src\/(describe-schema|migrate)|casework\/src\/postgres\/check-journals|access-log\/src\/postgres\/check-reads)\.ts$/;
  expect(asking.filter((path) => !owners.test(path)).toSorted()).toEqual(Object.keys(bare).toSorted());
});

test("a waiting job is there for who sees its whole service and for the worker, and for nobody else's eyes", async () => {
  const worker = openPools(database.appUrl, { hot: 1, plain: 1, jobs: true });
  const job = (key: string, service: string) =>
    scheduleSql(
      'deadline',
      `(select '${key}' as key, '{"serviceId":"${service}"}'::jsonb as data, now() as start_after) j`,
    );
  const app = scoped(pools.plain);
  try {
    await app.as(scope).query(job('one', ours));
    await app.as({ ...scope, serviceId: theirs }).query(job('two', theirs));
    await expect(app.as(scope).query(job('three', theirs))).rejects.toThrow(/row-level security/);
    await expect(pools.plain.query(job('four', ours))).rejects.toThrow(/row-level security/);
    const tables = await names(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'singleton_key' where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(2);
    const who = '33333333-3333-4333-8333-333333333333';
    for (const table of tables) {
      const select = `select singleton_key as key from ${table} where singleton_key in ('one', 'two')`;
      const all = (await owner.plain.query(select)).rows.length;
      expect([table, (await pools.plain.query(select)).rows]).toEqual([table, []]);
      for (const sight of ['staff', 'participant', 'nothing'] as const)
        expect([table, (await app.as({ serviceId: ours, sight, who }).query(select)).rows]).toEqual([table, []]);
      expect([table, (await app.as(scope).query(select)).rows.length]).toEqual([table, all / 2]);
      expect([table, (await worker.plain.query(select)).rows.length]).toEqual([table, all]);
      expect([table, (await worker.hot.query(select)).rows]).toEqual([table, []]);
    }
  } finally {
    await worker.end();
  }
});

describe('on a connection that is used again', () => {
  const seen = async () => (await pools.plain.query<{ name: string }>('select name from service')).rows;
  const database_ = () => scoped(pools.plain);
  const mine = [{ name: 'Northfold' }];
  const select = 'select name from service';

  test('what a transaction said ends with it', async () => {
    expect((await database_().as(scope).query(select)).rows).toEqual(mine);
    expect(await seen()).toEqual([]);
    expect(await database_().within(scope, async (rows) => (await rows.query(select)).rows)).toEqual(mine);
    expect(await seen()).toEqual([]);
  });

  test('also when a statement fails, in the middle or at the end', async () => {
    await expect(database_().as(scope).query('select 1 / 0')).rejects.toThrow(/division/);
    expect(await seen()).toEqual([]);
    await expect(database_().as(scope).query('select from nowhere')).rejects.toThrow(/nowhere/);
    await expect(
      database_().within(scope, async (rows) => {
        await rows.query(select);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await seen()).toEqual([]);
    expect((await database_().as(scope).query(select)).rows).toEqual(mine);
  });

  test('and no text of a statement ends it early and goes on under other eyes', async () => {
    const escape = `select 1; commit; select set_config('concord.service', '${theirs}', false)`;
    await expect(database_().as(scope).query(escape)).rejects.toThrow(/multiple commands/);
    expect(await seen()).toEqual([]);
  });

  test('many at once each see their own service', async () => {
    const wide = openPools(database.appUrl, { hot: 1, plain: 4 });
    const asked = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? ours : theirs));
    const found = await Promise.all(
      asked.map(
        async (serviceId) =>
          (
            await scoped(wide.plain)
              .as({ ...scope, serviceId })
              .query(`select id from service`)
          ).rows,
      ),
    );
    await wide.end();
    expect(found).toEqual(asked.map((id) => [{ id }]));
  });
});
