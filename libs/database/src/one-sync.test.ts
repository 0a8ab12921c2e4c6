// Statements that leave together are one transaction, whatever goes wrong among them, and leave the connection fit for the next.
import { Client } from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { inOneSync } from './one-sync.js';

let database: FreshDatabase;
let client: Client;
beforeAll(async () => {
  database = await emptyDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('create table note (id int primary key deferrable initially deferred, words text)');
});
afterEach(() => client.query('truncate note'));
afterAll(async () => {
  await client.end();
  await database.drop();
});
const note = (id: number, words: unknown = 'x') => ({
  name: 'note',
  text: 'insert into note (id, words) values ($1, $2)',
  values: [id, words],
});
const kept = async () =>
  (await client.query<{ id: number }>('select id from note order by id')).rows.map(({ id }) => id);

test('each gives its own result, in order, with rows or without', async () => {
  const results = await inOneSync(client, [
    { text: 'select 1 as one' },
    note(1),
    { text: `select $1::text as words, null::int as nothing`, values: ['é'] },
    { text: 'select id from note' },
    { name: 'again', text: 'select 2 as two' },
    { name: 'again', text: 'select 2 as two' },
  ]);
  expect(results.map(({ rows }) => rows as unknown)).toEqual([
    [{ one: 1 }],
    [],
    [{ words: 'é', nothing: null }],
    [{ id: 1 }],
    [{ two: 2 }],
    [{ two: 2 }],
  ]);
  expect(results[1]?.rowCount).toBe(1);
});

test('what one of them made local is there for the next, and gone afterwards', async () => {
  const local = { text: `select set_config('test.word', $1, true)`, values: ['here'] };
  const said = { text: `select current_setting('test.word', true) as word` };
  const [, first] = await inOneSync(client, [local, said]);
  expect(first?.rows).toEqual([{ word: 'here' }]);
  expect((await client.query(said)).rows).toEqual([{ word: '' }]);
});

test.each<[string, { name?: string; text: string; values?: unknown[] }, RegExp]>([
  ['a statement that fails', { text: 'select 1 / 0' }, /division by zero/],
  ['a statement that cannot be read', { name: 'unread', text: 'select from nowhere' }, /nowhere/],
  ['a value that cannot be', { text: 'select $1::int', values: ['many'] }, /invalid input/],
  ['a value that cannot be sent', { text: 'select $1', values: [circle()] }, /circular/],
  ['a key that is found taken at the very end', note(1), /duplicate key/],
  ['two statements in one text', { text: 'select 1; select 2' }, /multiple commands/],
])('%s undoes what went before it and lets nothing after it happen', async (_, wrong, message) => {
  const late = { name: `late ${message.source}`, text: 'select 3 as three' };
  await expect(inOneSync(client, [note(1), wrong, note(2), late])).rejects.toThrow(message);
  expect(await kept()).toEqual([]);
  // Whatever was prepared by then or was passed over can be asked for again on this connection.
  const [, third] = await inOneSync(client, [note(1), late]);
  expect(third?.rows).toEqual([{ three: 3 }]);
  expect(await kept()).toEqual([1]);
});

test('a connection that is lost in the middle is an error', async () => {
  const lost = new Client({ connectionString: database.url });
  lost.on('error', () => undefined);
  await lost.connect();
  await expect(inOneSync(lost, [note(5), { text: 'select pg_terminate_backend(pg_backend_pid())' }])).rejects.toThrow(
    /terminat/,
  );
  expect(await kept()).toEqual([]);
});

function circle(): object {
  const one: Record<string, unknown> = {};
  one['self'] = one;
  return one;
}
