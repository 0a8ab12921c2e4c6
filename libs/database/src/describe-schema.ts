// The database as one page, read from its catalogue: what pg_dump would say, for people to read and a test to compare.
import type pg from 'pg';
import { APPLICATION } from './pools.js';

const IGNORED = `('migration')`; // TypeORM's own list of what ran
const columnsSql = `
select c.relname as "table", obj_description(c.oid) as about, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
  regexp_replace(pg_get_expr(d.adbin, d.adrelid), '[[:space:]]+', ' ', 'g') as fallback, a.attgenerated <> '' as generated, col_description(c.oid, a.attnum) as comment
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ${IGNORED} order by c.relname, a.attnum`;
const constraintsSql = `
select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_class c on c.oid = k.conrelid
where c.relnamespace = 'public'::regnamespace and c.relname not in ${IGNORED} and k.contype <> 'n' order by c.relname, k.contype = 'f', k.conname`;
const indexesSql = `
select t.relname as "table", pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class t on t.oid = i.indrelid
where t.relnamespace = 'public'::regnamespace and t.relname not in ${IGNORED} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
order by 1, 2`;
const triggersSql = `
select c.relname as "table", pg_get_triggerdef(t.oid) as definition from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1, 2`;
// What the application may do with a table, and with which of its columns where not with all.
const rightsSql = `
select c.relname as "table", format('grant %s on %s to ${APPLICATION}', string_agg(g.what, ', ' order by g.what), c.relname) as definition
from pg_class c cross join lateral (
  select lower(a.privilege_type) as what from aclexplode(c.relacl) a where a.grantee = '${APPLICATION}'::regrole
  union all
  select format('%s (%s)', lower(x.privilege_type), string_agg(a.attname, ', ' order by a.attname)) from pg_attribute a cross join lateral aclexplode(a.attacl) x
  where a.attrelid = c.oid and a.attnum > 0 and x.grantee = '${APPLICATION}'::regrole group by x.privilege_type) g
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by 1`;
const policiesSql = `
select p.tablename as "table", format('create policy %s on %s%s for %s%s%s', p.policyname, p.tablename, case p.permissive when 'RESTRICTIVE' then ' as restrictive' else '' end, lower(p.cmd),
  ' using (' || regexp_replace(p.qual, '[[:space:]]+', ' ', 'g') || ')', ' with check (' || regexp_replace(p.with_check, '[[:space:]]+', ' ', 'g') || ')') as definition
from pg_policies p where p.schemaname = 'public' order by 1, p.policyname`;
const functionsSql = `select pg_get_functiondef(p.oid) as definition from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;

/** A column with its comment, whose first word is its class. */
export interface Column {
  table: string;
  about: string | null;
  name: string;
  type: string;
  required: boolean;
  /** Its default, or what it is made from when `generated`. */
  fallback: string | null;
  generated: boolean;
  comment: string | null;
}
interface OfTable {
  table: string;
  name?: string;
  definition: string;
}

const madeOf = ({ fallback, generated }: Column): string =>
  fallback === null ? '' : generated ? ` generated always as (${fallback})` : ` default ${fallback}`;

/** Every column of our tables; pg-boss's are its own. */
export const columnsOf = async (pool: pg.Pool): Promise<Column[]> => (await pool.query<Column>(columnsSql)).rows;

// PostgreSQL writes a policy back with every name it thought of itself.
const plainly = (definition: string): string =>
  definition
    .replaceAll('public.', '')
    .replaceAll(/\( SELECT (\w+\(\)) AS \w+\)/g, '(select $1)')
    .replaceAll(/('[^']*')::text\b/g, '$1');

/** The schema as readable SQL. The same schema gives the same text. */
export async function describe(pool: pg.Pool): Promise<string> {
  const rows = async (sql: string): Promise<OfTable[]> => (await pool.query<OfTable>(sql)).rows;
  const [columns, constraints, indexes, triggers, rights, policies, functions] = [
    await columnsOf(pool),
    await rows(constraintsSql),
    await rows(indexesSql),
    await rows(triggersSql),
    await rows(rightsSql),
    await rows(policiesSql),
    await rows(functionsSql),
  ];
  const tables = [...new Set(columns.map((column) => column.table))].map((table) => {
    const mine = columns.filter((column) => column.table === table);
    const width = Math.max(...mine.map(({ name }) => name.length));
    const of = (all: OfTable[]): OfTable[] => all.filter((one) => one.table === table);
    const lines = [
      ...mine.map((column) => ({
        sql: `${column.name.padEnd(width)} ${column.type}${column.required ? ' not null' : ''}${madeOf(column)}`,
        note: column.comment,
      })),
      ...of(constraints).map(({ definition }) => ({ sql: definition, note: null })),
    ];
    const body = lines
      .map(({ sql, note }, n) => `  ${sql}${n === lines.length - 1 ? '' : ','}${note ? ` -- ${note}` : ''}`)
      .join('\n');
    const after = [...of(indexes), ...of(triggers), ...of(rights), ...of(policies)].map(
      ({ definition }) => `${plainly(definition)};`,
    );
    return [`-- ${mine[0]?.about ?? ''}`, `create table ${table} (`, body, ');', ...after].join('\n');
  });
  const code = functions.map(({ definition }) => `${definition.replaceAll('public.', '').trim()};`);
  return [
    '-- The database as one page, worked out from its catalogue; a test compares it. Change it through schema/migrations.',
    ...tables,
    ...code,
    '',
  ].join('\n\n');
}
