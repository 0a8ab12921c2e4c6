// Personal values are written and read in one place, by one service, and somebody signed in is who the staff list says.
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { testVault } from '../../../../test/harness/database/master-keys.js';
import { openPools, scoped, type Pools } from '#libs/database';
import { actorFor, letSignIn } from '#libs/permissions';
import { nameOf, PgPersonalRecords } from './records.js';

let database: FreshDatabase;
let pools: Pools;
let people: PgPersonalRecords;
let serviceId: string;
let otherId: string;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 8 });
  people = new PgPersonalRecords(scoped(pools.plain), testVault());
  const { rows } = await pools.plain.query<{ id: string }>(
    `insert into service (name) values ('One'), ('Other') returning id`,
  );
  [serviceId, otherId] = rows.map(({ id }) => id) as [string, string];
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('many people are read at once, each with what is held and nothing more', async () => {
  const ids = await Promise.all([
    people.add(serviceId, { given: 'Siân', family: 'Price' }),
    people.add(serviceId, { telephone: '+447700900144' }),
  ]);
  const nobody = randomUUID();
  const read = await people.read(serviceId, [...ids, nobody], ['given', 'telephone']);
  expect([...read.values()]).toEqual([{ given: 'Siân' }, { telephone: '+447700900144' }, {}]);
});

test('somebody who is made known eight times at once is known once, and nobody is answered by an error', async () => {
  for (let times = 0; times < 20; times++) {
    const id = randomUUID();
    const given = await Promise.all(Array.from({ length: 8 }, () => people.add(serviceId, { given: 'Ana' }, id)));
    expect(new Set(given)).toEqual(new Set([id]));
    expect((await people.read(serviceId, [id])).get(id)).toEqual({ given: 'Ana' });
  }
});

test('an empty value removes what was held', async () => {
  const id = await people.add(serviceId, { email: 'a@example.org', given: 'Ana' });
  await people.change(serviceId, new Map([[id, { email: '' }]]));
  expect((await people.read(serviceId, [id])).get(id)).toEqual({ given: 'Ana' });
});

test('another service neither reads nor writes them', async () => {
  const id = await people.add(serviceId, { given: 'Ana' });
  await people.change(otherId, new Map([[id, { given: 'Changed' }]]));
  await people.change(otherId, new Map([[id, { given: '' }]]));
  expect((await people.read(otherId, [id])).get(id)).toEqual({});
  expect((await people.names(serviceId, [id])).get(id)).toBe('Ana');
});

test('a field that does not exist is a bug and is named', async () => {
  const id = await people.add(serviceId, {});
  const wrong = people.write(pools.plain, serviceId, new Map([[id, { shoeSize: '7' }]]));
  await expect(wrong).rejects.toThrow(/shoeSize/);
});

test('the name shown is how they like to be called, else as given, else as written, else none', () => {
  expect(nameOf({ given: 'Ana', family: 'Lu', knownAs: 'Annie' })).toBe('Annie Lu');
  expect(nameOf({ given: 'Ana', family: 'Lu' })).toBe('Ana Lu');
  expect(nameOf({ asWritten: 'A. L.' })).toBe('A. L.');
  expect(nameOf({})).toBeNull();
});

test('a sign-in is good for one service, and nobody is let in by a subject nobody has', async () => {
  const id = await people.add(serviceId, { given: 'Pat' });
  await letSignIn(pools.plain, serviceId, id, 'pat');
  expect(await actorFor(pools.plain, { subject: 'pat', serviceId })).toEqual({ kind: 'participant', id, serviceId });
  expect(await actorFor(pools.plain, { subject: 'pat', serviceId: otherId })).toBeNull();
  expect(await actorFor(pools.plain, { subject: 'nobody', serviceId })).toBeNull();
  expect(await actorFor(pools.plain, { subject: 'pat', serviceId: 'not an id' })).toBeNull();
});
