// Where the master key comes from: given, in a file, or made for a demonstration; never guessed, and never shown.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { emptyDatabase, freshDatabase } from '../../../test/harness/database/fresh-database.js';
import { testMasterKeys } from '../../../test/harness/database/master-keys.js';
import { masterKeys, Vault } from '#libs/sealing';
import { PgPersonalRecords } from '#libs/people';
import { openPools, scoped } from '#libs/database';
import { migrateOrExplain } from './migrate-or-explain.js';
import { CannotStart } from '../../../libs/database/src/embedded/embedded-postgres.js';
import { assertOpens, masterKeysFrom } from './master-keys.js';

const made: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'concord-master-'));
  made.push(path);
  return path;
};
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));
const key = (byte = 0) => Buffer.from(randomBytes(32).fill(byte, 0, 1)).toString('base64');

test('without one a demonstration makes its own, keeps it from others and says so at every start', () => {
  const at = folder();
  const [first, again] = [masterKeysFrom({}, at), masterKeysFrom({}, at)];
  expect(first.keys.current.id).toBe(again.keys.current.id);
  expect(again.warning).toContain(join(at, 'master-key'));
  expect(statSync(join(at, 'master-key')).mode & 0o777).toBe(0o600);
  expect(again.warning).not.toContain(readFileSync(join(at, 'master-key'), 'utf8').trim());
});

test('production does not start without one', () => {
  expect(() => masterKeysFrom({ NODE_ENV: 'production' }, folder())).toThrow(/MASTER_KEY is missing/);
});

test('it may stand in a file, and the one before beside it', () => {
  const [now, before, file] = [key(), key(), join(folder(), 'key')];
  writeFileSync(file, `${now}\n`, { mode: 0o600 });
  const { keys, warning } = masterKeysFrom({ MASTER_KEY_FILE: file, MASTER_KEY_PREVIOUS: before }, folder());
  const expected = masterKeys(Buffer.from(now, 'base64'), Buffer.from(before, 'base64'));
  expect([keys.current.id, keys.previous?.id]).toEqual([expected.current.id, expected.previous?.id]);
  expect(warning).toBeNull();
});

test.each([
  ['too short', 'c2hvcnQ='],
  ['not base64', `${'!'.repeat(43)}=`],
  ['one byte over and over', Buffer.alloc(32, 1).toString('base64')],
])('one that is %s is refused, and the line does not hold it', (_, value) => {
  const refused = () => masterKeysFrom({ MASTER_KEY: value }, folder());
  expect(refused).toThrow(CannotStart);
  expect(refused).not.toThrow(value);
});

test('a database that was sealed under another master key is not opened', async () => {
  const database = await freshDatabase();
  const pools = openPools(database.url, { hot: 1, plain: 1 });
  const { rows } = await pools.plain.query<{ id: string }>(`insert into service (name) values ('One') returning id`);
  await new PgPersonalRecords(scoped(pools.plain), new Vault(testMasterKeys)).add(rows[0]?.id ?? '', { given: 'Ana' });
  await pools.end();
  await assertOpens(database.url, testMasterKeys);
  await expect(assertOpens(database.url, masterKeys(Buffer.alloc(32, 3)))).rejects.toThrow(/another master key/);
  await database.drop();
});

test('a database of another version is left as it is: one line says so', async () => {
  const database = await emptyDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`create table migration (id serial primary key, timestamp bigint not null, name varchar not null);
      insert into migration (timestamp, name) values (1763700000001, 'services-areas-commissioners1763700000001');
      create table personal_value (value text); insert into personal_value values ('Ana')`);
    await expect(migrateOrExplain(database.url)).rejects.toThrow(CannotStart);
    const { rows } = await client.query<{ value: string }>('select value from personal_value');
    expect(rows).toEqual([{ value: 'Ana' }]);
  } finally {
    await client.end();
    await database.drop();
  }
});
