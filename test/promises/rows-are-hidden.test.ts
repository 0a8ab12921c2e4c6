// Promise: whatever SQL the application sends, PostgreSQL shows and takes only the rows this transaction's eyes may have. Every
// table of the catalogue, every sight and every verb are tried, so that a new table is covered without anyone remembering.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';
import {
  fill,
  insertInto,
  loosen,
  rowAt,
  tablesOf,
  type Spot,
  type Table,
} from '../harness/database/rows-of-every-table.js';

let database: FreshDatabase;
let client: Client;
let tables: Table[];

const spot = (service: string, caseId: string): Spot => ({
  service,
  case: caseId,
  person: randomUUID(),
  participant: randomUUID(),
});
const [ours, theirs, mine, other, elsewhere] = [1, 2, 3, 4, 5].map(() => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
];
/** Harmed and responsible of one case, somebody of another case, somebody of another service. */
const harmed = spot(ours, mine);
const responsible = spot(ours, mine);
const stranger = spot(ours, other);
const foreigner = spot(theirs, elsewhere);
const spots = [harmed, responsible, stranger, foreigner];
const [worker, asked] = [randomUUID(), randomUUID()] as [string, string];

interface Reader {
  readonly sight: string;
  readonly service: string;
  readonly who: string;
  /** Rows with one of these ids are not for this reader, whatever table they stand in. */
  readonly hidden: readonly string[];
  /** Every row this reader sees has one of these ids, unless the table is for everybody. */
  readonly own?: readonly string[];
}
const idsOf = (...all: Spot[]): string[] => all.flatMap((one) => [one.person, one.participant]);
const everybody = spots.flatMap((one) => [one.service, one.case, ...idsOf(one)]);
const readers: Readonly<Record<string, Reader>> = {
  'who has said nothing': { sight: '', service: '', who: '', hidden: everybody, own: [] },
  'who has said only who they are': { sight: 'service', service: '', who: worker, hidden: everybody, own: [] },
  'the service': { sight: 'service', service: ours, who: '', hidden: [theirs, elsewhere, ...idsOf(foreigner)] },
  'a facilitator': {
    sight: 'staff',
    service: ours,
    who: worker,
    hidden: [theirs, elsewhere, other, ...idsOf(stranger, foreigner)],
  },
  'a facilitator who was asked and has not declared': {
    sight: 'staff',
    service: ours,
    who: asked,
    hidden: [theirs, elsewhere, other, ...idsOf(...spots)],
  },
  'a facilitator of another service who knows the ids': {
    sight: 'staff',
    service: theirs,
    who: worker,
    hidden: [ours, mine, other, elsewhere, ...idsOf(...spots)],
  },
  'the person harmed': {
    sight: 'participant',
    service: ours,
    who: harmed.person,
    hidden: [theirs, elsewhere, other, ...idsOf(responsible, stranger, foreigner)],
    own: idsOf(harmed),
  },
  'the person responsible': {
    sight: 'participant',
    service: ours,
    who: responsible.person,
    hidden: [theirs, elsewhere, other, ...idsOf(harmed, stranger, foreigner)],
    own: idsOf(responsible),
  },
  'the person harmed, by another service': {
    sight: 'participant',
    service: theirs,
    who: harmed.person,
    hidden: [ours, mine, other, elsewhere, ...idsOf(...spots)],
    own: [],
  },
  'staff without a role': {
    sight: 'nothing',
    service: ours,
    who: worker,
    hidden: [theirs, elsewhere, mine, other, ...idsOf(...spots)],
    own: [worker],
  },
};

/** Tables whose rows are for whoever names their service, and why. */
const forEverybody: Readonly<Record<string, string>> = {
  area: 'public: places that services share',
  commissioner: 'public: offices that services share',
  commission: 'public: who serves where',
  service: 'public: the name of the service that is named; its numbers are no secret of anybody',
  consent_text: 'public: the words people are asked with',
  support_service: 'public: who else can help',
  self_referral_limit: 'counters under keyed digests',
  record_class: 'how long what is kept, which everybody may ask to know (R69)',
  case_file: 'a person in a case sees that it is there; the program shows them their part of it',
};

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  tables = await tablesOf(client);
  await loosen(client);
  const works = { staff_ids: `{${worker},${asked}}`, undeclared_ids: `{${asked}}` };
  for (const one of spots)
    await fill(client, tables, one, { case_file: one.case === mine ? works : {}, journal: { seq: 1 } });
  for (const id of [worker, asked])
    await fill(
      client,
      tables.filter(({ name }) => name === 'staff'),
      harmed,
      { staff: { id } },
    );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Does something as a reader, and takes it back. */
async function as<T>({ sight, service, who }: Reader, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local role concord_app');
    await client.query(
      `select set_config('concord.service', $1, true), set_config('concord.sight', $2, true), set_config('concord.who', $3, true), set_config('concord.cases', 'all', true)`,
      [service, sight, who],
    );
    return await work();
  } finally {
    await client.query('rollback');
  }
}
/** How a statement ended: how many rows it gave or touched, or the code of the error. */
async function ends(sql: string, values: unknown[] = []): Promise<number | string> {
  await client.query('savepoint here');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to here');
    return (error as { code: string }).code;
  }
}
const DENIED = '42501';
/** True for rows that hold one of the ids. */
const holding = (ids: readonly string[]): string => `t::text ~ '${ids.join('|') || 'nobody'}'`;
/** Rows of a table that this reader may not see; what is for everybody is judged by its service alone. */
const hiddenFrom = ({ hidden, service }: Reader, { name, columns }: Table): string => {
  if (!columns.some((column) => column.name === 'service_id') && name !== 'service') return 'false';
  if (name === 'service') return `t.id is distinct from nullif('${service}', '')::uuid`;
  if (name === 'case_file') return holding(hidden.filter((id) => id !== mine || hidden.includes(service)));
  if (name in forEverybody) return `t.service_id is distinct from nullif('${service}', '')::uuid`;
  return holding(hidden);
};

test('there is a row to hide from everybody in every table', async () => {
  const empty: string[] = [];
  for (const { name } of tables)
    if ((await client.query(`select from ${name} limit 1`)).rowCount === 0) empty.push(name);
  expect(empty).toEqual([]);
});

describe.each(Object.entries(readers))('%s', (_name, reader) => {
  test('is shown nothing that is hidden from them', async () => {
    const shown: string[] = [];
    await as(reader, async () => {
      for (const table of tables) {
        const count = await ends(`select from ${table.name} t where ${hiddenFrom(reader, table)}`);
        if (count !== 0 && count !== DENIED) shown.push(`${table.name}: ${count}`);
        if (reader.own === undefined || table.name in forEverybody) continue;
        const strange = await ends(`select from ${table.name} t where not ${holding(reader.own)}`);
        if (strange !== 0 && strange !== DENIED) shown.push(`${table.name}: ${strange} not their own`);
      }
    });
    expect(shown).toEqual([]);
  });

  test('changes and removes nothing that is hidden from them, not even blindly', async () => {
    const touched: string[] = [];
    for (const table of tables) {
      const hidden = `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as all from ${table.name} t where ${hiddenFrom(reader, table)}`;
      const before = (await client.query<{ all: string }>(hidden)).rows[0]?.all;
      await as(reader, async () => {
        for (const sql of [`delete from ${table.name}`, ...(await blindly(table))]) {
          await client.query('savepoint before');
          await ends(sql);
          await client.query('reset role');
          const after = (await client.query<{ all: string }>(hidden)).rows[0]?.all;
          if (after !== before) touched.push(sql);
          await client.query('rollback to before');
        }
      });
    }
    expect(touched).toEqual([]);
  });

  test('writes nothing that would be hidden from them', async () => {
    const written: string[] = [];
    await as(reader, async () => {
      for (const table of tables)
        for (const one of spots.filter((each) => reader.hidden.includes(each.person))) {
          const row = rowAt(table, one, fresh(table));
          // A register of their own service, say, names nobody who is hidden.
          if (!row.some((value) => reader.hidden.includes(String(value)))) continue;
          const end = await ends(insertInto(table), row);
          if (end !== DENIED) written.push(`${table.name}: ${end}`);
        }
    });
    expect(written).toEqual([]);
  });
});

/** New ids where the spot's own are taken already. */
const fresh = ({ name }: Table): Record<string, string> =>
  ['case_file', 'person', 'participant', 'service'].includes(name) ? { id: randomUUID() } : {};

/** For a column that may be changed, a statement that changes it everywhere and reads nothing, so that no policy of reading helps. */
async function blindly({ name, columns }: Table): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and not a.attnotnull
       and has_column_privilege('concord_app', a.attrelid, a.attnum, 'update') and a.attgenerated = '' limit 1`,
    [name],
  );
  const nullable = rows[0]?.column;
  if (nullable !== undefined) return [`update ${name} set "${nullable}" = null`];
  const boolean = columns.find(({ type, key }) => type === 'boolean' && !key)?.name;
  return boolean === undefined ? [] : [`update ${name} set "${boolean}" = true`];
}
