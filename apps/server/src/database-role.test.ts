// The application starts in production only as a role that row-level security holds.
import { Client } from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { roleProblems } from './database-role.js';

let database: FreshDatabase;
let admin: Client;
const made: string[] = [];
beforeAll(async () => {
  database = await emptyDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  for (const name of made) await admin.query(`drop owned by ${name}; drop role ${name}`);
  await admin.end();
  await database.drop();
});

/** Problems of a new role that may sign in, after `and` was done with it. */
async function problemsOf(attributes: string, and: (name: string) => string = () => 'select 1'): Promise<string[]> {
  const name = `role_${made.length}_${Date.now().toString(36)}`;
  await admin.query(`create role ${name} login password 'word' ${attributes}`);
  made.push(name);
  await admin.query(and(name));
  const url = new URL(database.url);
  url.username = name;
  url.password = 'word';
  return roleProblems(url.href);
}

test('a role that may sign in and use what it was given is small enough', async () => {
  expect(await problemsOf('', (name) => `create table held (); grant select on held to ${name}`)).toEqual([]);
});

test('a superuser, one who bypasses row-level security and an owner are each refused in a line of their own', async () => {
  expect(await problemsOf('superuser')).toContainEqual(expect.stringMatching(/as a superuser/));
  expect(await problemsOf('bypassrls')).toEqual([expect.stringMatching(/BYPASSRLS/)]);
  expect(
    await problemsOf(
      '',
      (name) =>
        `grant create on schema public to ${name}; set role ${name}; create table public.t_${name} (); reset role`,
    ),
  ).toEqual([expect.stringMatching(/as the owner of the tables/)]);
});

test('a role that may become such a one is refused as well', async () => {
  const strong = `strong_${Date.now().toString(36)}`;
  await admin.query(`create role ${strong} bypassrls`);
  expect(await problemsOf('noinherit', (name) => `grant ${strong} to ${name}`)).toEqual([
    expect.stringMatching(/BYPASSRLS/),
  ]);
  made.push(strong);
});
