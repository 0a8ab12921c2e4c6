// Fills a service by copying every case of it, row by row, under ids of the copy's own: twice the cases are twice the rows of every table.
import type { Id } from '#libs/case';
import type { Pools } from '#libs/database';

type Pool = Pools['plain'];
interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Colleagues who stand in for each facilitator of the cases copied, so that a facilitator's own caseload stays as it is. */
const STAND_INS = 40;

// `renewed` gives the id that stands in copy g for an id; `colleague` the one who works on copy g instead of a facilitator.
const functions = `
create schema growth;
create table growth.original as select id from case_file;
create function growth.renewed(g int, id uuid) returns uuid language sql immutable as $$ select md5(g || '/' || id)::uuid $$;
create function growth.reference(g int, id uuid) returns text language sql immutable as $$
  select left(h, 4) || '-' || right(h, 4) from upper(left(translate(encode(sha256(('reference ' || g || id)::bytea), 'base64'), '+/=', ''), 8)) h $$;`;
const colleague = (id: string) =>
  `case when ${id} = any($3) then md5('colleague ' || g % ${STAND_INS} || ${id})::uuid else ${id} end`;

const staffColumns = ['lead_id', 'assignee_id', 'done_by', 'staff_id', 'made_by', 'placed_by', 'recorded_by'];
const kept = ['service_id', 'area_id', 'batch_id', 'organisation_id'];

/** The value of a column in copy g of a row t, by the column's name and type. */
function copied({ table, name, type }: Column): string {
  const t = `t.${name}`;
  // The facts go on naming the people of the original, who are read as those of the copy: as it is after a merge.
  if (name === 'told_id') return t;
  if (table === 'case_file' && name === 'reference') return 'growth.reference(g, t.id)';
  if (table === 'person' && name === 'subject') return `'p-' || growth.renewed(g, t.id)`;
  // Half of what is searched by is shared by very many, the other half by nobody else.
  if (table === 'person_token' && name === 'token')
    return `case when get_byte(t.token, 0) % 2 = 0 then t.token else substring(sha256(t.token || g::text::bytea) for 16) end`;
  if (table === 'answer' && name === 'answer') return `'{}'::jsonb`;
  // Nobody reads what is sealed in a copy: its key was destroyed.
  if (table === 'sealing_key' && name === 'wrapped') return 'null::bytea';
  if (table === 'sealing_key' && name === 'destroyed_at') return 'now()';
  if (table === 'person_suggestion' && (name === 'person_id' || name === 'known_id'))
    return `${name === 'person_id' ? 'least' : 'greatest'}(growth.renewed(g, t.person_id), growth.renewed(g, t.known_id))`;
  if (kept.includes(name)) return t;
  if (name.endsWith('key') || name === 'fingerprint') return `${t} || '/' || g`;
  if (name.endsWith('_hash') && ['session', 'invitation', 'one_time_code'].includes(table))
    return `sha256(${t} || g::text::bytea)`;
  if (name === 'by' || name === 'actor_id') return type === 'uuid' ? colleague(t) : t;
  if (type === 'uuid') return staffColumns.includes(name) ? colleague(t) : `growth.renewed(g, ${t})`;
  if (type === 'uuid[]')
    return table === 'case_file'
      ? `array(select ${colleague('x')} from unnest(${t}) x)`
      : `array(select growth.renewed(g, x) from unnest(${t}) x)`;
  if (type === 'timestamp with time zone') return `${t} - make_interval(hours => g * 7 % 4000)`;
  return t;
}

const ofCase = `t.case_id in (select id from growth.original)`;
const ofPerson = (column: string) =>
  `t.${column} in (select p.person_id from participant p where p.case_id in (select id from growth.original))`;
/** Which rows of a table are copied: those of the cases, and those of the people in them. Parents before children. */
const which: Readonly<Record<string, string>> = {
  person: ofPerson('id'),
  personal_value: ofPerson('person_id'),
  person_token: ofPerson('person_id'),
  sealing_key: ofPerson('owner_id'),
  case_file: 't.id in (select id from growth.original)',
  person_suggestion: ofPerson('person_id'),
  subject_request: ofPerson('person_id'),
  session: ofPerson('person_id'),
  import_row: ofCase,
  // A journal and what was written along its way are read by case: that they are long makes no list longer.
  journal: `${ofCase} and t.seq <= 4`,
  answer: `${ofCase} and t.revision <= 4`,
  text: `${ofCase} and get_byte(uuid_send(t.id), 0) % 8 = 0`,
};
/** Tables that do not grow with cases, that `reads` fills, or that are counted when the rows are there. */
const apart = [
  'area',
  'commission',
  'commissioner',
  'consent_text',
  'decliner',
  'figure_case',
  'figure_count',
  'figure_pending',
  'figure_person',
  'import_batch',
  'offence',
  'one_time_code',
  'organisation',
  'person_decision',
  'person_merge',
  'read_chain',
  'reading_day',
  'read_record',
  'record_class',
  'referral_file',
  'referral_mapping',
  'retention_proposal',
  'retention_run',
  'done_command',
  'self_referral',
  'self_referral_limit',
  'service',
  'sharing_agreement',
  'staff',
  'subject_review',
  'support_service',
  'migration',
];

export interface Copies {
  /** Adds copies until the service has at least so many cases, then lets PostgreSQL take stock. */
  until(cases: number): Promise<void>;
}

/** Takes the cases that a service has now as those to be copied. `pool` is the owner's. */
export async function copiesOf(pool: Pool, serviceId: Id): Promise<Copies> {
  await pool.query(functions);
  const { rows: columns } = await pool.query<Column>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = '' order by 1, a.attnum`,
  );
  const tables = Map.groupBy(columns, ({ table }) => table);
  const statements = [...tables]
    .filter(([table]) => !apart.includes(table))
    .map(([table, all]) => {
      const names = all.map(({ name }) => `"${name}"`).join(', ');
      const rows = which[table] ?? (all.some(({ name }) => name === 'case_id') ? ofCase : null);
      if (rows === null) throw new Error(`Does ${table} grow with cases? Say so in test/growth/copies.ts`);
      return `with t as materialized (select t.* from ${table} t where $3::uuid[] is not null and ${rows})
        insert into ${table} (${names}) select ${all.map(copied).join(', ')} from t, generate_series($1::int, $2::int) g`;
    });
  const facilitators = (
    await pool.query<{ id: Id }>(`select id from staff where 'facilitator' = any (roles)`)
  ).rows.map(({ id }) => id);
  await pool.query(
    `with p as (insert into person (id, service_id) select md5('colleague ' || g || f.id)::uuid, $1::uuid from unnest($2::uuid[]) f (id), generate_series(0, ${STAND_INS - 1}) g returning id)
     insert into staff (id, service_id, subject, roles, level, registered_until, last_supervision, caseload_limit)
     select id, $1, id::text, '{facilitator}', 'Advanced', '2100-01-01', current_date, 100 from p`,
    [serviceId, facilitators],
  );
  const { rows: originals } = await pool.query<{ cases: number }>('select count(*)::int as cases from growth.original');
  let copies = 0;
  return {
    until: async (cases) => {
      const client = await pool.connect();
      const to = Math.ceil(cases / (originals[0]?.cases ?? 1));
      try {
        // Filling is not what is measured: rows are copied whole, and references are not checked.
        await client.query(
          `set session_replication_role = replica; set auto_explain.log_min_duration = -1; set jit = off; set work_mem = '64MB'; set maintenance_work_mem = '256MB'`,
        );
        for (const sql of statements) await client.query(sql, [copies + 1, to, facilitators]);
        await client.query(reads, [serviceId, copies + 1, to]);
        await client.query(chain, [serviceId]);
        await client.query('reset all');
        await client.query('vacuum analyze');
        await client.query('select figures_rebuild(id) from service');
        await client.query('vacuum analyze figure_case, figure_count, figure_pending, figure_person');
        copies = to;
      } finally {
        client.release();
      }
    },
  };
}

// Six reads of each copied case by those who work on it and by others, in working hours of the last hundred days.
const reads = `
with numbered as (
  select row_number() over (order by c.id, k) as n, c.id, k, c.staff_ids, p.person_id from case_file c
  join generate_series($2::int, $3::int) g on true join growth.original o on growth.renewed(g, o.id) = c.id
  join lateral (select person_id from participant p where p.case_id = c.id order by id limit 1) p on true, generate_series(1, 6) k),
kept as (insert into read_record (service_id, seq, at, by, kind, operation, purpose, case_ids, person_ids, request, prev_hash, hash)
  select $1, (select coalesce(max(seq), 0) from read_record where service_id = $1) + n, date_trunc('day', now()) - make_interval(days => 1 + (n * 31 % 100)::int) + make_interval(hours => 9, mins => (n % 480)::int), coalesce(staff_ids[1], person_id)::text, 'read', 'case', 'leads', array[id], array[person_id], gen_random_uuid(), '', ''
  from numbered returning seq)
select count(*) from kept`;
const chain = `
insert into read_chain select $1, max(seq), decode(repeat('00', 32), 'hex') from read_record where service_id = $1
on conflict (service_id) do update set seq = excluded.seq`;
