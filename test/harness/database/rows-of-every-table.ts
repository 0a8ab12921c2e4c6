// Rows of every table the database has, made from its catalogue: two services, two cases, two sides, and actors who may not see them.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** A column as the catalogue has it; `key`: part of the primary key. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** One person of one case of one service: the ids by which rows are theirs. */
export interface Spot {
  readonly service: string;
  readonly case: string;
  readonly person: string;
  readonly participant: string;
}

const columnsSql = `
select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
  exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' order by c.relname, a.attnum`;

/** Every table of ours with the columns that can be written. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Column & { table: string }>(columnsSql);
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, columns]) => ({ name, columns }));
}

/** Lets any row be written: what stands in it besides its ids does not matter here. The database is the test's own. */
export async function loosen(client: Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as sql from pg_constraint k
     where k.connamespace = 'public'::regnamespace and k.contype in ('c', 'f') order by k.contype desc`,
  );
  for (const { sql } of rows) await client.query(sql);
  await client.query('set session_replication_role = replica'); // no trigger fires
}

let made = 0;
const plain: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  text: () => `x${(made += 1)}`,
  integer: () => (made += 1),
  bigint: () => (made += 1),
  smallint: () => 1,
  numeric: () => 1,
  'double precision': () => 1,
  boolean: () => false,
  jsonb: () => '{}',
  json: () => '{}',
  bytea: () => randomBytes(16),
  date: () => '2026-01-01',
  'timestamp with time zone': () => new Date().toISOString(),
  interval: () => '1 hour',
  inet: () => '127.0.0.1',
};

/** By what name which id of a spot stands in a row; any other column is filled by its type. */
const meant: Readonly<Record<string, (spot: Spot, table: string) => unknown>> = {
  id: ({ service, case: caseId, person, participant }, table) =>
    ({ service, case_file: caseId, person, participant })[table],
  service_id: (spot) => spot.service,
  case_id: (spot) => spot.case,
  person_id: (spot) => spot.person,
  known_id: (spot) => spot.person,
  owner_id: (spot) => spot.person,
  participant_id: (spot) => spot.participant,
  recipient_id: (spot) => spot.participant,
  audience: (spot) => spot.participant,
  actor_id: (spot) => spot.person,
};

/** A value for each column of a row at a spot; `given` stands before what is worked out. */
export function rowAt({ name, columns }: Table, spot: Spot, given: Readonly<Record<string, unknown>> = {}): unknown[] {
  return columns.map((column) => {
    if (Object.hasOwn(given, column.name)) return given[column.name];
    const value = meant[column.name]?.(spot, name);
    if (value !== undefined) return value;
    if (column.type.endsWith('[]')) return '{}';
    const make = plain[column.type];
    if (!make) throw new Error(`${name}.${column.name}: say here how a value of type ${column.type} is made`);
    return make();
  });
}

/** The statement that writes a row of a table. */
export const insertInto = ({ name, columns }: Table): string =>
  `insert into ${name} (${columns.map((c) => `"${c.name}"`).join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`;

/** Writes rows at a spot into every table. A row that is there already stays. */
export async function fill(
  client: Client,
  tables: readonly Table[],
  spot: Spot,
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<void> {
  for (const table of tables)
    await client.query(`${insertInto(table)} on conflict do nothing`, rowAt(table, spot, given[table.name]));
}
