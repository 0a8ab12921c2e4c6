// The directory of support services on a real database: taken from a file, searched, kept by staff, given out as Open Referral UK.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Actor, StaffRole } from '#libs/case';
import { root } from '#libs/config';
import { Cursors, openPools, scoped, type Pools } from '#libs/database';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { Directory, isOverdue, readDirectoryFile, type ServiceDetails } from './index.js';

const serviceId = 'a0000000-0000-4000-8000-00000000000a';
const other = 'a0000000-0000-4000-8000-00000000000b';
const id = (n: number) => `c0000000-0000-4000-8000-00000000000${n}`;

let database: FreshDatabase;
let pools: Pools;
let directory: Directory;
beforeAll(async () => {
  database = await freshDatabase();
  const owner = openPools(database.url, { hot: 1, plain: 1 });
  await owner.plain.query(`insert into service (id, name) values ($1, 'Northfold'), ($2, 'Southfold')`, [
    serviceId,
    other,
  ]);
  await owner.end();
  pools = openPools(database.appUrl, { hot: 1, plain: 1 });
  const now = () => new Date('2026-12-01T10:00:00Z');
  directory = new Directory(scoped(pools.plain), new Cursors(Buffer.alloc(32, 1)), now);
  await directory.take(serviceId, readDirectoryFile(JSON.stringify(sent)).entries);
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

/** An entry of a file: what it is called, what it helps with, where, and when it was checked. */
const entry = (n: number, name: string, needs: string[], areas: string[], more: object = {}) => ({
  id: id(n),
  name,
  status: 'active',
  organization: { id: id(9), name: 'Harbour Trust', description: 'A charity' },
  service_areas: areas.map((area, at) => ({ id: id(at), name: area })),
  attributes: needs.map((need, at) => ({ id: id(at), taxonomy_term: { id: id(at), name: need, description: need } })),
  ...more,
});
const sent = [
  entry(1, 'Harbour House', ['Domestic abuse'], ['Northfold'], { assured_date: '2026-06-01' }),
  entry(2, 'Advice everywhere', ['Money'], [], { description: 'Counselling about debts', assured_date: '2026-05-31' }),
  entry(3, 'South only', ['Domestic abuse'], ['Southfold']),
  entry(4, 'Closed for good', ['Money'], ['Northfold'], { status: 'defunct' }),
];
const names = async (search: Parameters<Directory['search']>[1]) =>
  (await directory.search(serviceId, search, { first: 50 })).rows.map(({ row }) => row.entry.name);

test('a reader finds a service by need, by area and by words, and what works everywhere is found in each area', async () => {
  expect(await names({})).toEqual(['Advice everywhere', 'Harbour House', 'South only']);
  expect(await names({ need: 'domestic abuse' })).toEqual(['Harbour House', 'South only']);
  expect(await names({ area: 'Northfold' })).toEqual(['Advice everywhere', 'Harbour House']);
  expect(await names({ need: 'Domestic abuse', area: 'northfold' })).toEqual(['Harbour House']);
  expect(await names({ words: 'counsel debt' })).toEqual(['Advice everywhere']);
  expect(await names({ words: '") or (' })).toEqual([]);
  expect(await directory.facets(serviceId)).toEqual({
    needs: ['domestic abuse', 'money'],
    areas: ['northfold', 'southfold'],
  });
});

test('a page leads on to the next', async () => {
  const first = await directory.search(serviceId, {}, { first: 2 });
  const after = first.rows[1]?.cursor ?? '';
  const next = await directory.search(serviceId, {}, { first: 2, after });
  expect([first.hasNext, next.rows.map(({ row }) => row.entry.name)]).toEqual([true, ['South only']]);
});

test('the directory of one service is not that of another', async () => {
  expect((await directory.search(other, {}, { first: 5 })).rows).toEqual([]);
  expect(await directory.entry(other, id(1))).toBeNull();
});

test.each([
  ['2026-06-01', '2026-12-01', false],
  ['2026-05-31', '2026-12-01', true],
  ['2026-02-28', '2026-08-31', false],
  ['2026-02-27', '2026-08-31', true],
  ['2025-12-31', '2026-06-30', false],
  [null, '2026-12-01', true],
])('an entry checked on %s is, on %s, overdue: %s', (checkedOn, today, overdue) => {
  expect(isOverdue(checkedOn, today)).toBe(overdue);
});

test('the same file again adds nothing, and replaces what has changed', async () => {
  const { entries } = readDirectoryFile(JSON.stringify(sent));
  expect(await directory.take(serviceId, entries)).toEqual({ added: 0, changed: 4 });
});

test('bad rows come back with each reason and their original text, and the sound rows of the file are taken', () => {
  const bad = { ...entry(5, '', [], []), url: 'javascript:alert(1)', assured_date: '2026-02-30' };
  const twice = entry(1, 'The same id', [], []);
  const upside = entry(6, 'Nobody is so', [], [], { minimum_age: 18, maximum_age: 11 });
  const { entries, rejected } = readDirectoryFile(JSON.stringify({ contents: [sent[0], bad, twice, upside, 'text'] }));
  expect(entries.map(({ name }) => name)).toEqual(['Harbour House']);
  expect(rejected.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  for (const field of ['name', 'url', 'assured_date']) expect(rejected[0]?.reason).toContain(field);
  expect(rejected[0]?.original).toEqual(bad);
  const nul = readDirectoryFile(JSON.stringify([entry(7, 'No\u0000text', [], [])]));
  expect(nul.rejected.map(({ reason }) => reason)).toEqual(['the row: holds a character that is no text']);
  for (const text of ['no json', '', '1']) expect(() => readDirectoryFile(text)).toThrow(/JSON|services/);
});

describe('kept by staff', () => {
  const as = (role: StaffRole): Actor => ({ kind: 'staff', id: id(8), serviceId, roles: [role] });
  const typed: ServiceDetails = {
    name: 'Harbour House',
    organisation: 'Harbour Trust',
    description: 'A safe place to stay',
    needs: ['Domestic abuse', 'Housing'],
    areas: ['Northfold'],
    languages: ['Welsh'],
    telephone: '01632 960001',
    email: '',
    website: 'https://harbour.example',
    eligibility: '',
    cost: 'Free',
    open: 'Day and night',
    isShown: true,
  };

  test('a coordinator changes an entry, which counts as checked today and keeps what was not asked', async () => {
    await directory.take(serviceId, readDirectoryFile(JSON.stringify([{ ...sent[0], wait_time: 'A week' }])).entries);
    expect(await directory.record(as('coordinator'), id(1), typed)).toEqual([]);
    const found = await directory.entry(serviceId, id(1));
    expect(found).toMatchObject({
      checkedOn: '2026-12-01',
      isOverdue: false,
      entry: { wait_time: 'A week', phones: [{ number: '01632 960001' }], fees_description: 'Free' },
    });
    expect(await names({ need: 'housing' })).toEqual(['Harbour House']);
    // Saved again as it is, it is the same entry to those who take it from us.
    await directory.record(as('coordinator'), id(1), typed);
    expect(await directory.entry(serviceId, id(1))).toEqual(found);
  });

  test('those who keep it see every entry, the one that was checked longest ago first, and check one in one step', async () => {
    const kept = async (search: Parameters<Directory['kept']>[1], role: StaffRole = 'coordinator') =>
      (await directory.kept(as(role), search, { first: 50 })).rows.map(({ row }) => [row.entry.name, row.isOverdue]);
    await directory.take(serviceId, readDirectoryFile(JSON.stringify(sent)).entries);
    expect(await kept({})).toEqual([
      ['South only', true],
      ['Closed for good', true],
      ['Advice everywhere', true],
      ['Harbour House', false],
    ]);
    expect(await kept({ isOverdue: true, words: 'debts' })).toEqual([['Advice everywhere', true]]);
    expect([await kept({}, 'facilitator'), await directory.check(as('facilitator'), id(2))]).toEqual([[], false]);
    expect(await directory.check(as('coordinator'), id(2))).toBe(true);
    expect((await directory.entry(serviceId, id(2)))?.checkedOn).toBe('2026-12-01');
    expect(await directory.check(as('coordinator'), id(7))).toBe(false); // there is none
  });

  test('a file is taken in parts: the rows that come back are named by their place in the whole of it', async () => {
    const taken = await directory.takeRows(as('coordinator'), [sent[0], { id: 'x' }], 41);
    expect([taken?.added, taken?.changed, taken?.rejected.map(({ row }) => row)]).toEqual([0, 1, [42]]);
    expect(await directory.takeRows(as('facilitator'), [sent[0]], 1)).toBeNull();
  });

  test('what cannot stand is named by its field, and nothing is changed', async () => {
    const before = await directory.entry(serviceId, id(1));
    const wrong = await directory.record(as('manager'), id(1), { ...typed, website: 'harbour', email: 'nobody' });
    expect(wrong?.toSorted()).toEqual(['email', 'website']);
    expect(await directory.entry(serviceId, id(1))).toEqual(before);
  });

  test('a facilitator changes nothing', async () => {
    expect(await directory.record(as('facilitator'), id(7), typed)).toBeNull();
    expect(await directory.remove(as('facilitator'), id(1))).toBe(false);
    expect(await directory.entry(serviceId, id(7))).toBeNull();
  });
});

describe('given out again', () => {
  const own = JSON.parse(readFileSync(join(import.meta.dirname, 'service.schema.json'), 'utf8')) as object;
  const published = join(root, '..', 'shared', 'data', 'open-referral');
  // The published file holds fields of its own, `name` and `path`, which are no keywords of JSON Schema.
  const judge = (schema: object) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const fits = ajv.compile(schema);
    return (found: unknown) => (fits(found) ? [] : (fits.errors ?? []));
  };
  const all = async () =>
    (await directory.search(serviceId, {}, { first: 100 })).rows.map(({ row }) => row.entry as unknown);

  test('every entry is Open Referral UK by our own schema, which finds what is wrong', async () => {
    const wrongWith = judge(own);
    expect((await all()).flatMap(wrongWith)).toEqual([]);
    expect(wrongWith({ id: 'x', name: '', status: 'open' }).length).toBeGreaterThan(3);
  });

  test('every entry is HSDS 3.0 by the published schema, and the published example comes through unchanged, where that folder is', async () => {
    if (!existsSync(published)) return;
    const schema = JSON.parse(readFileSync(join(published, 'service.schema.json'), 'utf8')) as object;
    expect((await all()).flatMap(judge(schema))).toEqual([]);
    const example: unknown = JSON.parse(readFileSync(join(published, 'service-example.json'), 'utf8'));
    const { entries, rejected } = readDirectoryFile(JSON.stringify([example]));
    expect(rejected.map(({ reason }) => reason)).toEqual([]);
    expect(entries).toEqual([example]);
  });
});
