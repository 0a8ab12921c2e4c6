// Who may be the same person is found among many without their values being read, and nobody is merged.
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { testVault } from '../../../../test/harness/database/master-keys.js';
import { openPools, scoped, type Pools } from '#libs/database';
import { near } from './suggest.js';
import { PgPersonalRecords } from './records.js';
import type { Values } from '../fields.js';

let database: FreshDatabase;
let pools: Pools;
let people: PgPersonalRecords;
let serviceId: string;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 2 });
  people = new PgPersonalRecords(scoped(pools.plain), testVault());
});
beforeEach(async () => {
  const { rows } = await pools.plain.query<{ id: string }>('insert into service (name) values ($1) returning id', [
    randomUUID(),
  ]);
  serviceId = rows[0]?.id ?? '';
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

/** Somebody who comes after the others; gives whom they may be, with the reasons. */
async function comes(values: Values): Promise<{ knownIds: string[]; reasons: string[][] }> {
  const id = await people.add(serviceId, values);
  await people.suggest(pools.plain, serviceId, [id]);
  const { rows } = await pools.plain.query<{ other: string; reasons: string[] }>(
    `select case when person_id = $1 then known_id else person_id end as other, reasons from person_suggestion
     where $1 in (person_id, known_id) order by score desc`,
    [id],
  );
  return { knownIds: rows.map(({ other }) => other), reasons: rows.map(({ reasons }) => reasons) };
}

test.each<[string, Values, string[]]>([
  ['in capitals', { asWritten: 'SIÂN PRICE' }, ['sameName']],
  ['the other way round', { asWritten: 'Price Siân', bornOn: '1977-03-28' }, ['swappedNames', 'sameBirthDate']],
  ['with a letter lost', { asWritten: 'Si?n Price', bornOn: '1977-03-28' }, ['lostLetter', 'sameBirthDate']],
  [
    'by initials, with the same birth date',
    { asWritten: 'S P', bornOn: '1977-03-28' },
    ['sameInitials', 'sameBirthDate'],
  ],
  [
    'under another name with the same number and address',
    { asWritten: 'Sian Rees', telephone: '+447700900144', email: 'S@example.org' },
    ['sameTelephone', 'sameEmail'],
  ],
])('somebody known comes %s', async (_, values, reasons) => {
  const known: Values = {
    given: 'Siân',
    family: 'Price',
    bornOn: '1977-03-28',
    telephone: '+447700900144',
    email: 's@example.org',
  };
  const id = await people.add(serviceId, known);
  expect(await comes(values)).toEqual({ knownIds: [id], reasons: [reasons] });
});

test('a household number alone, another service and a member of staff suggest nobody', async () => {
  await people.add(serviceId, { asWritten: 'Owen Rees', telephone: '+447700900144' });
  const colleague = await people.add(serviceId, { asWritten: 'Siân Price' });
  await pools.plain.query(`insert into staff (id, service_id, subject, roles) values ($1, $2, 's', '{manager}')`, [
    colleague,
    serviceId,
  ]);
  const { rows } = await pools.plain.query<{ id: string }>(
    `insert into service (name) values ('Elsewhere') returning id`,
  );
  await people.add(rows[0]?.id ?? '', { asWritten: 'Siân Price' });
  expect((await comes({ asWritten: 'Siân Price', telephone: '+447700900144' })).knownIds).toEqual([]);
});

test('a value that is taken back is no longer compared, and no token holds a name', async () => {
  const id = await people.add(serviceId, { asWritten: 'Siân Price' });
  await people.change(serviceId, new Map([[id, { asWritten: '' }]]));
  expect((await comes({ asWritten: 'Siân Price' })).knownIds).toEqual([]);
  const { rows } = await pools.plain.query<{ token: Buffer }>('select token from person_token');
  expect(new Set(rows.map(({ token }) => token.length))).toEqual(new Set([16]));
});

test('among a hundred thousand people the candidates are found by the index', async () => {
  // A database filled by hand need not look up each service and person again.
  await pools.plain.query(
    `begin; set local session_replication_role = replica;
     with made as (insert into person (id, service_id) select gen_random_uuid(), '${serviceId}' from generate_series(1, 100000) returning id)
     insert into person_token (service_id, token, person_id) select '${serviceId}', substring(sha256(uuid_send(id)) for 16), id from made;
     commit`,
  );
  await pools.plain.query('analyze person_token');
  const id = await people.add(serviceId, { asWritten: 'Siân Price' });
  expect((await comes({ asWritten: 'SIAN PRICE' })).knownIds).toEqual([id]);
  const { rows } = await pools.plain.query<{ 'QUERY PLAN': string }>(`explain ${near}`, [[id], serviceId]);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan on person_token');
});
