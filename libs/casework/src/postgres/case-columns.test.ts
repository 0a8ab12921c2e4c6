// The table of case columns and the table case_file hold the same columns, of the same types.
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { openPools, type Pools } from '#libs/database';
import { caseColumns, sqlName, type CaseColumn } from './case-columns.js';

let database: FreshDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase();
  pools = openPools(database.url, { hot: 1, plain: 1 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await database.drop();
});

/** PostgreSQL's long names of the types that the table writes short. */
const short: Readonly<Record<string, string>> = { integer: 'int', 'timestamp with time zone': 'timestamptz' };

test('the program and the database know the same columns of a case, of the same types', async () => {
  const { rows } = await pools.plain.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 'case_file'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  );
  const kept = Object.fromEntries(rows.map(({ name, type }) => [name, short[type] ?? type]));
  const written = Object.entries(caseColumns).map(([column, type]) => [sqlName(column as CaseColumn), type]);
  expect(Object.fromEntries(written)).toEqual(kept);
});
