// The support of the tests keeps its own word: databases are apart, migrated, and gone afterwards.
import { Client } from 'pg';
import { freshDatabase } from './fresh-database.js';

const ask = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

test('two test files never see one another: each has a database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  await ask(one.url, 'create table note (words text)');
  expect(await ask(other.url, "select 1 from pg_tables where tablename = 'note'")).toEqual([]);
  await Promise.all([one.drop(), other.drop()]);
});

test('a dropped database is gone, also while a connection is open', async () => {
  const database = await freshDatabase();
  const left = new Client({ connectionString: database.url });
  left.on('error', () => {});
  await left.connect();
  await database.drop();
  await expect(ask(database.url, 'select 1')).rejects.toThrow(/does not exist/);
  await left.end().catch(() => {});
});
