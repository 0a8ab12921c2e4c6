// What is sealed opens for its owner, in its place, while its key lives, and not otherwise.
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { testMasterKeys } from '../../../test/harness/database/master-keys.js';
import type { Id } from '#libs/case';
import { serviceScope, type Rows, openPools, scoped, type Pools } from '#libs/database';
import { destroyKey } from './postgres/keys.js';
import { KeyDestroyed, Vault } from './vault.js';
import { masterKeys } from './master-keys.js';
import { NotOpened } from './cipher.js';
import { UnknownMasterKey } from './wrapping.js';

const NOW = '2026-11-02T09:00:00.000Z';
const PLACE = 'personal_value.value/given';
let database: FreshDatabase;
let pools: Pools;
let rows: Rows;
let serviceId: Id;
let otherId: Id;
const vault = new Vault(testMasterKeys);
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 4 });
  const made = await pools.plain.query<{ id: Id }>(`insert into service (name) values ('One'), ('Other') returning id`);
  [serviceId, otherId] = made.rows.map(({ id }) => id) as [Id, Id];
  rows = scoped(pools.plain).as(serviceScope(serviceId));
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});
const keyOf = async (ownerId: Id, of: Id = serviceId): Promise<Buffer | null> =>
  (await pools.plain.query<{ wrapped: Buffer | null }>(`select ${vault.keySql('$1', '$2')} as wrapped`, [of, ownerId]))
    .rows[0]?.wrapped ?? null;

test('what was sealed opens again, and never looks the same twice', async () => {
  const owner = randomUUID();
  const [one, again] = await Promise.all([1, 2].map(() => vault.seal(rows, serviceId, owner, PLACE, 'Siân')));
  expect(one?.equals(again as Buffer)).toBe(false);
  expect(one?.includes('Si')).toBe(false);
  expect(vault.open(serviceId, owner, PLACE, one as Buffer, await keyOf(owner))).toBe('Siân');
});

test('it does not open in another place, for another owner or in another service', async () => {
  const [owner, other] = [randomUUID(), randomUUID()];
  const sealed = await vault.seal(rows, serviceId, owner, PLACE, 'Siân');
  await vault.seal(rows, serviceId, other, PLACE, 'Ross');
  const key = await keyOf(owner);
  expect(() => vault.open(serviceId, owner, 'personal_value.value/family', sealed, key)).toThrow(NotOpened);
  expect(() => vault.open(serviceId, other, PLACE, sealed, key)).toThrow(NotOpened);
  expect(() => vault.open(otherId, owner, PLACE, sealed, key)).toThrow(NotOpened);
  const theirs = await keyOf(other);
  expect(() => vault.open(serviceId, other, PLACE, sealed, theirs)).toThrow(NotOpened);
});

test('a changed byte anywhere is noticed', async () => {
  const owner = randomUUID();
  const sealed = await vault.seal(rows, serviceId, owner, PLACE, 'Siân');
  const key = await keyOf(owner);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(serviceId, owner, PLACE, changed, key)).toThrow(NotOpened);
  }
});

test('forty writers who meet somebody for the first time make one key between them', async () => {
  const owner = randomUUID();
  const sealed = await Promise.all(
    Array.from({ length: 40 }, (_, n) => vault.seal(rows, serviceId, owner, PLACE, `word ${n}`)),
  );
  const key = await keyOf(owner);
  expect(sealed.map((one) => vault.open(serviceId, owner, PLACE, one, key))).toEqual(
    Array.from({ length: 40 }, (_, n) => `word ${n}`),
  );
});

test('a destroyed key opens nothing, is not made again, and what was for a case besides goes to the case', async () => {
  const [owner, caseId] = [randomUUID(), randomUUID()];
  const sealed = await vault.seal(rows, serviceId, owner, PLACE, 'Siân');
  expect(await destroyKey(rows, serviceId, owner, NOW)).toBe(true);
  expect(await destroyKey(rows, serviceId, owner, NOW)).toBe(false);
  expect(vault.open(serviceId, owner, PLACE, sealed, await keyOf(owner))).toBeNull();
  await expect(vault.seal(rows, serviceId, owner, PLACE, 'Siân')).rejects.toThrow(KeyDestroyed);
  const value = { ownerId: owner, otherwise: caseId, place: 'text.words/1', plain: 'A reason' };
  const [kept] = await vault.sealMany(rows, serviceId, [value]);
  expect(kept?.ownerId).toBe(caseId);
});

test('somebody who never had a key can be erased all the same', async () => {
  const owner = randomUUID();
  await destroyKey(rows, serviceId, owner, NOW);
  await expect(vault.seal(rows, serviceId, owner, PLACE, 'Siân')).rejects.toThrow(KeyDestroyed);
});

test('without the master key nothing opens, and it is said which one is missing', async () => {
  const owner = randomUUID();
  const sealed = await vault.seal(rows, serviceId, owner, PLACE, 'Siân');
  const stranger = new Vault(masterKeys(Buffer.alloc(32, 9)));
  const key = await keyOf(owner);
  expect(() => stranger.open(serviceId, owner, PLACE, sealed, key)).toThrow(UnknownMasterKey);
  const after = new Vault(masterKeys(Buffer.alloc(32, 9), Buffer.alloc(32, 'a master key of the tests only')));
  expect(after.open(serviceId, owner, PLACE, sealed, key)).toBe('Siân');
});

test('a digest is the same for the same text, and another for another service or purpose', async () => {
  const other = scoped(pools.plain).as(serviceScope(otherId));
  const all = await Promise.all([
    vault.digests(rows, serviceId, 'match', ['Siân', 'Siân']),
    vault.digests(rows, serviceId, 'fingerprint', ['Siân']),
    vault.digests(other, otherId, 'match', ['Siân']),
  ]);
  const texts = all.flat().map((digest) => digest.toString('hex'));
  expect(new Set(texts).size).toBe(3);
  expect(texts[0]).toBe(texts[1]);
});

test('a command is known again while the master key is rotated, and by nobody without it', () => {
  const [first] = vault.commandDigests('A reason');
  const after = new Vault(masterKeys(Buffer.alloc(32, 9), Buffer.alloc(32, 'a master key of the tests only')));
  expect(after.commandDigests('A reason').map(String)).toContain(String(first));
  expect(new Vault(masterKeys(Buffer.alloc(32, 9))).commandDigests('A reason').map(String)).not.toContain(
    String(first),
  );
  expect(vault.commandDigests('Another reason').map(String)).not.toContain(String(first));
});
