// Promise: on a PostgreSQL of one's own neither the owner nor the application need be a superuser, and the application sees what its scope may see.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { APPLICATION, migrate, openPools, scoped } from '#libs/database';
import { roleProblems } from '../../apps/server/src/database-role.js';
import { emptyDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';

const [owner, member] = ['owner', 'member'].map((name) => `${name}_${randomBytes(6).toString('hex')}`) as [
  string,
  string,
];
const word = randomBytes(12).toString('hex');
let database: FreshDatabase;
let admin: Client;
const as = (name: string): string => {
  const url = new URL(database.url);
  url.username = name;
  url.password = word;
  return url.href;
};
beforeAll(async () => {
  database = await emptyDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  await admin.query(`create role ${owner} login password '${word}'`);
  await admin.query(`alter database ${rows[0]?.name} owner to ${owner}`);
  await admin.query(`alter schema public owner to ${owner}`);
  await migrate(as(owner));
  await admin.query(`create role ${member} login password '${word}' in role ${APPLICATION}`);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
  const server = new Client({ connectionString: database.url.replace(/\/[^/?]+\?/, '/postgres?') });
  await server.connect();
  await server.query(`drop role ${member}; drop role ${owner}`);
  await server.end();
});

test('a member of the application role is small enough to start with; the owner is not', async () => {
  expect(await roleProblems(as(member))).toEqual([]);
  expect(await roleProblems(as(owner))).toEqual([expect.stringMatching(/owner of the tables/)]);
});

test('it sees the service it names, and none before', async () => {
  const serviceId = '11111111-1111-4111-8111-111111111111';
  await admin.query(
    `insert into service (id, name) values ('${serviceId}', 'Northfold'), (gen_random_uuid(), 'Southfold')`,
  );
  const pools = openPools(as(member), { hot: 1, plain: 1, as: APPLICATION });
  try {
    const select = 'select name from service';
    expect((await pools.plain.query(select)).rows).toEqual([]);
    const own = scoped(pools.plain).as({ serviceId, sight: 'service', who: null });
    expect((await own.query(select)).rows).toEqual([{ name: 'Northfold' }]);
  } finally {
    await pools.end();
  }
});
