// Fills a database for the bench: a few hundred invented lives, folded by the core, then copied by SQL under new ids.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { decide, summary, type CaseEvent, type Id } from '#libs/case';
import { settingsOf, type Rows } from '#libs/casework';
import { Vault, writeValues } from '#libs/people';
import { dataFolder } from '../clone.js';
import { masterKeysFrom } from '../master-keys.js';
import { live } from './lives.js';

export interface Seeded {
  readonly serviceId: Id;
  readonly coordinator: Id;
  readonly manager: Id;
  /** A facilitator who works on about as many cases however many there are. */
  readonly facilitator: Id;
}

/** Different lives; the copies differ in ids and in who works on them. */
const LIVES = 400;
/** Cases of one facilitator (R46: a caseload is limited, however large the service). */
const CASELOAD = 25;

const staffTemplate = { lead: randomUUID(), supervisor: randomUUID() };

/** The service, its staff and the lives as templates; copied by `addCases`. The lives are those of `now`. */
export async function seedLives(url: string, now: Date): Promise<Seeded> {
  const seeded = {
    serviceId: randomUUID(),
    coordinator: randomUUID(),
    manager: randomUUID(),
    safeguardingLead: randomUUID(),
  };
  const { serviceId, coordinator, safeguardingLead } = seeded;
  const settings = settingsOf('{}');
  const at = now.toISOString();
  const lives = Array.from({ length: LIVES }, (_, n) => {
    const { caseId, stored, events } = live(
      n,
      { serviceId, coordinator, safeguardingLead, ...staffTemplate },
      settings,
      now,
      randomUUID,
    );
    const s = summary(stored, at, settings);
    const courtDate = {
      type: 'justice.updated',
      at,
      by: coordinator,
      justiceStage: 'preSentence',
      courtDate: '2030-01-01',
    } as CaseEvent;
    const decision = decide(stored, courtDate, settings);
    return {
      n,
      case_id: caseId,
      revision: events,
      machine_version: stored.machineVersion,
      state: stored.state,
      facts: stored.facts,
      people: s.participants.map((p) => ({ id: p.participantId, person_id: p.personId, role: p.role })),
      stage: s.stage,
      step: s.step,
      stage_since: s.stageSince,
      next_step: s.nextStep,
      staff_ids: s.staffIds,
      undeclared_ids: s.undeclaredIds,
      lead_id: s.leadId,
      process_type: s.processType,
      direct: s.direct,
      waiting_on: s.waitingOn,
      waiting_rule: s.waitingRule,
      waiting_since: s.waitingSince,
      open_concerns: s.openConcerns,
      sensitive: s.sensitive,
      flags: s.flags,
      points: s.points,
      opened_at: s.openedAt,
      closed_at: s.closedAt,
      closed_because: s.closedBecause,
      fit: decision.ok && decision.effects.some((effect) => effect.type === 'schedule' && effect.name === 'sentence'),
    };
  });
  await withClient(url, async (client) => {
    await client.query(`insert into service (id, name) values ($1, 'A service of the bench')`, [serviceId]);
    for (const [id, role] of [
      [coordinator, 'coordinator'],
      [seeded.manager, 'manager'],
      [safeguardingLead, 'safeguardingLead'],
    ] as const)
      await client.query(
        `with p as (insert into person (id, service_id) values ($1, $2) returning id) insert into staff (id, service_id, subject, roles) select id, $2, $1::uuid::text, array[$3] from p`,
        [id, serviceId, role],
      );
    await client.query(
      `create schema bench; create table bench.life as select * from json_to_recordset('[]') as l (${columns})`,
    );
    await client.query(`insert into bench.life select * from json_to_recordset($1) as l (${columns})`, [
      JSON.stringify(lives),
    ]);
    await client.query(functions);
  });
  return { ...seeded, facilitator: await facilitatorOf(url, 0) };
}

const columns = `n int, case_id text, revision int, machine_version int, state jsonb, facts jsonb, people jsonb, stage text, step text, stage_since timestamptz, next_step text, staff_ids text[], undeclared_ids text[], lead_id text, process_type text, direct text,
  waiting_on text, waiting_rule text, waiting_since timestamptz, open_concerns int, sensitive boolean, flags text[], points int, opened_at timestamptz, closed_at timestamptz, closed_because text, fit boolean`;

// The id that stands in copy g for the id of a case or a person of the template (a participant's is unique in its case); facilitators are shared by CASELOAD copies each.
const functions = `
create function bench.renewed(g int, id text) returns uuid language sql immutable as $$ select md5(g || '/' || id)::uuid $$;
create function bench.facilitator(k int) returns uuid language sql immutable as $$ select md5('facilitator ' || k)::uuid $$;
create function bench.copied(words text, g int, ids text[], lead_was text, lead_is text, supervisor_was text, supervisor_is text) returns text language plpgsql immutable as $$
declare old text;
begin
  words := replace(replace(words, lead_was, lead_is), supervisor_was, supervisor_is);
  foreach old in array ids loop words := replace(words, old, bench.renewed(g, old)::text); end loop;
  return words;
end $$`;

/** Adds `count` cases, copies of the lives; with `fit`, only of those a court date can be told to. */
export async function addCases(url: string, { serviceId }: Seeded, count: number, { fit = false } = {}): Promise<void> {
  const [leading, supervising] = [staffTemplate.lead, staffTemplate.supervisor];
  const facilitators = Math.ceil(count / CASELOAD);
  // As many supervisors as facilitators, and never the lead of the same case.
  const copy = `select g, l.*, array[l.case_id] || array(select p ->> 'person_id' from jsonb_array_elements(l.people) p) as ids,
    bench.facilitator(g / ${CASELOAD}) as lead, bench.facilitator((g / ${CASELOAD} + ${Math.ceil(facilitators / 2)}) % ${facilitators}) as supervisor
    from generate_series(0, ${count - 1}) g join (select *, row_number() over (order by n) - 1 as row, count(*) over () as rows from bench.life ${fit ? 'where fit' : ''}) l on l.row = g % l.rows`;
  const staffOf = (column: string) =>
    `(select coalesce(array_agg(case s when '${leading}' then lead when '${supervising}' then supervisor else s::uuid end), '{}') from unnest(${column}) s)`;
  await withClient(url, async (client) => {
    // Filling is not what is measured: rows are copied whole, so references are not checked and indexes are built at the end.
    await client.query(
      `set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off; set session_replication_role = replica`,
    );
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select i.indexname as name, i.indexdef as made from pg_indexes i where i.schemaname = 'public' and i.tablename in ('case_file', 'participant', 'person', 'personal_value')
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(
      `with p as (insert into person (id, service_id) select bench.facilitator(k), $1 from generate_series(0, ${facilitators - 1}) k returning id)
      insert into staff (id, service_id, subject, roles, level, training, registered_until, last_supervision, capacity_points, availability)
      select id, $1, id::text, '{facilitator}', 'Advanced', '{sensitive}', '2099-01-01', current_date, 99, 'active' from p`,
      [serviceId],
    );
    await client.query(
      `insert into person (id, service_id) select bench.renewed(g, p ->> 'person_id'), $1 from (${copy}) c, jsonb_array_elements(c.people) p`,
      [serviceId],
    );
    await nameEverybody(client, serviceId);
    await client.query(
      `insert into case_file (id, service_id, reference, revision, machine_version, state, facts, last_hash, stage, step, stage_since, next_step, lead_id, staff_ids, undeclared_ids, process_type, direct, waiting_on, waiting_rule, waiting_since, open_concerns, sensitive, flags, points, opened_at, updated_at, closed_at, closed_because)
      select bench.renewed(g, case_id), $1, 'BENCH-' || g, revision, machine_version, state, bench.copied(facts::text, g, ids, '${leading}', lead::text, '${supervising}', supervisor::text)::jsonb, sha256(g::text::bytea), stage, step, stage_since, next_step,
        case when lead_id is null then null else lead end, ${staffOf('staff_ids')}, ${staffOf('undeclared_ids')}, process_type, direct, waiting_on, waiting_rule, coalesce(waiting_since, 'infinity'), open_concerns, sensitive, flags, points, opened_at, stage_since, closed_at, closed_because
      from (${copy}) c`,
      [serviceId],
    );
    await client.query(
      `insert into participant (case_id, id, service_id, person_id, told_id, role)
      select bench.renewed(g, case_id), (p ->> 'id')::uuid, $1, bench.renewed(g, p ->> 'person_id'), bench.renewed(g, p ->> 'person_id'), p ->> 'role' from (${copy}) c, jsonb_array_elements(c.people) p`,
      [serviceId],
    );
    for (const { made } of indexes) await client.query(made);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
}

/** Given and family name of everybody who has none yet, sealed as the house seals them. */
async function nameEverybody(client: pg.Client, serviceId: Id): Promise<void> {
  const vault = new Vault(masterKeysFrom({}, dataFolder).keys);
  const { rows } = await client.query<{ id: Id }>(
    'select id from person p where not exists (select from personal_value v where v.person_id = p.id)',
  );
  for (let from = 0; from < rows.length; from += NAMED_AT_ONCE) {
    const values = rows.slice(from, from + NAMED_AT_ONCE).flatMap(({ id }) => [
      { id, field: 'given' as const, value: `Given${id.slice(0, 4)}` },
      { id, field: 'family' as const, value: `Family${id.slice(0, 4)}` },
    ]);
    await writeValues(client as Rows, vault, serviceId, values);
  }
}
const NAMED_AT_ONCE = 5000;

/** Ids of so many cases, chosen evenly. */
export async function someCases(url: string, count: number): Promise<Id[]> {
  return withClient(url, async (client) =>
    (
      await client.query<{ id: Id }>(
        'select id from case_file where closed_at is null order by md5(id::text) limit $1',
        [count],
      )
    ).rows.map(({ id }) => id),
  );
}
const facilitatorOf = (url: string, k: number): Promise<Id> =>
  withClient(
    url,
    async (client) => (await client.query<{ id: Id }>('select bench.facilitator($1) as id', [k])).rows[0]?.id ?? '',
  );

/** The table that waiting deadlines stand in, as pg-boss named it. */
export async function deadlineTable(url: string): Promise<string> {
  return withClient(
    url,
    async (client) =>
      `pgboss.${(await client.query<{ table_name: string }>(`select table_name from pgboss.queue where name = 'deadline'`)).rows[0]?.table_name}`,
  );
}

/** Runs work on one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
