// The SQL that copies templates into cases: functions that rename, and one statement for each table, in the order they need one another.

/** Cases of one facilitator of whom pages are measured (R46: a caseload is limited, however large the service). */
export const CASELOAD = 25;
/** Facilitators of a service of the bench. As many in every database: what is compared is more cases, not more staff. */
export const FACILITATORS = 40;

// The id that stands in copy g for the id of a case or a person of the template (that of a participant or a process is unique in its case).
export const functions = `
create function bench.renewed(g int, id text) returns uuid language sql immutable parallel safe as $$ select md5(g || '/' || id)::uuid $$;
create function bench.facilitator(k int) returns uuid language sql immutable parallel safe as $$ select md5('facilitator ' || k)::uuid $$;
create function bench.copied(words text, was text[], becomes text[]) returns text language plpgsql immutable parallel safe as $$
begin
  for n in 1 .. cardinality(was) loop words := replace(words, was[n], becomes[n]); end loop;
  return words;
end $$`;

/** Who is who in the templates, for one fill. All ids are the template's own. */
export interface Copying {
  readonly serviceId: string;
  readonly lead: string;
  readonly supervisor: string;
  readonly areaId: string;
  readonly count: number;
  /** Only copies of lives that a court date can be told to. */
  readonly fit: boolean;
}

/** Makes the list of copies: which life, under which id, worked on by whom, and how much earlier than the life it is copied from. */
export const listCopies = ({ count, fit }: Copying): string => `
  create unlogged table bench.copy as
  select g, l.n, bench.renewed(g, l.case_id) as case_id, bench.facilitator(k) as lead, bench.facilitator(case when k = 0 then 1 else 1 + (k + 19) % ${FACILITATORS - 1} end) as supervisor,
    g % 50000 * interval '1 second' as earlier
  from generate_series(0, ${count - 1}) g
  join (select *, row_number() over (order by n) - 1 as row, count(*) over () as rows from bench.life ${fit ? 'where fit' : ''}) l on l.row = g % l.rows
  cross join lateral (select case when g < ${CASELOAD} then 0 else 1 + g % ${FACILITATORS - 1} end as k) f
  order by 3;
  create unlogged table bench.copied_person as
  select c.g, c.n, c.case_id, p ->> 'id' as participant_id, p ->> 'role' as role, p ->> 'person_id' as was, bench.renewed(c.g, p ->> 'person_id') as person_id
  from bench.copy c join bench.life l using (n) cross join lateral jsonb_array_elements(l.people) p order by c.case_id, 4;
  analyze bench.copy, bench.copied_person`;

/** Staff and everybody who takes part, so that others can be written beside the rest. A person's sign-in subject is their id. */
export const people = ({ serviceId }: Copying): string => `
  insert into person (id, service_id) select bench.facilitator(k), '${serviceId}' from generate_series(0, ${FACILITATORS - 1}) k on conflict do nothing;
  insert into staff (id, service_id, subject, roles, level, training, registered_until, last_supervision, caseload_limit, availability)
  select bench.facilitator(k), '${serviceId}', bench.facilitator(k)::text, '{facilitator}', 'Advanced', '{sensitive}', '2099-01-01', current_date, 99, 'active' from generate_series(0, ${FACILITATORS - 1}) k on conflict do nothing;
  insert into person (id, service_id, subject) select person_id, '${serviceId}', person_id::text from bench.copied_person order by 1`;

/** Cases, and who takes part in each; one case in ten came from the one area. */
export const cases = ({ serviceId, lead, supervisor, areaId }: Copying): string => {
  const staff = (column: string) =>
    `(select coalesce(array_agg(case s when '${lead}' then c.lead when '${supervisor}' then c.supervisor else s::uuid end), '{}') from unnest(${column}) s)`;
  return `
  insert into case_file (id, service_id, area_id, reference, revision, machine_version, state, facts, last_hash, stage, step, stage_since, next_step, lead_id, staff_ids, undeclared_ids, process_type, direct, waiting_on, waiting_rule, waiting_since, open_concerns, unreviewed_deviations, sensitive, flags, points, opened_at, updated_at, closed_at, closed_because)
  select c.case_id, '${serviceId}', case when c.g % 10 = 0 then '${areaId}'::uuid end, 'BENCH-' || c.g, l.revision, l.machine_version, l.state,
    bench.copied(l.facts::text, array['${lead}', '${supervisor}', l.case_id] || p.was, array[c.lead::text, c.supervisor::text, c.case_id::text] || p.becomes)::jsonb,
    sha256(c.g::text::bytea), l.stage, l.step, l.stage_since - c.earlier, l.next_step, case when l.lead_id is null then null else c.lead end, ${staff('l.staff_ids')}, ${staff('l.undeclared_ids')},
    l.process_type, l.direct, l.waiting_on, l.waiting_rule, coalesce(l.waiting_since, 'infinity') - c.earlier, l.open_concerns, l.unreviewed_deviations, l.sensitive, l.flags, l.points, l.opened_at - c.earlier, l.updated_at - c.earlier, l.closed_at - c.earlier, l.closed_because
  from bench.copy c join bench.life l using (n)
  cross join lateral (select array_agg(p ->> 'person_id') as was, array_agg(bench.renewed(c.g, p ->> 'person_id')::text) as becomes from jsonb_array_elements(l.people) p) p;
  insert into participant (case_id, id, service_id, person_id, told_id, role)
  select case_id, participant_id::uuid, '${serviceId}', person_id, person_id, role from bench.copied_person`;
};

/** What work on the cases left: journal entries that figures count, tasks, messages, and three reads a case, in working hours. */
export const work = ({ serviceId, lead, supervisor }: Copying): string => {
  const who = (column: string) =>
    `case ${column} when '${lead}' then c.lead::text when '${supervisor}' then c.supervisor::text else ${column} end`;
  return `
  insert into journal (case_id, seq, service_id, at, by, type, event, prev_hash, hash)
  select c.case_id, e.seq, '${serviceId}', e.at - c.earlier, ${who('e.by')}, e.type, e.event, '', '' from bench.copy c join bench.life_entry e using (n) order by 1, 2;
  insert into task (id, service_id, case_id, supplier, assignee_id, task, process_id, about, since, done_at, done_by)
  select gen_random_uuid(), '${serviceId}', c.case_id, t.supplier, (${who('t.assignee_id')})::uuid, t.task, t.process_id, t.about, t.since - c.earlier, t.done_at - c.earlier, (${who('t.done_by')})::uuid
  from bench.copy c join bench.life_task t using (n) order by 1;
  insert into notice (case_id, id, service_id, recipient_id, process_id, template, not_before, queued_at, cancelled_at, sent_at)
  select c.case_id, o.id, '${serviceId}', o.recipient_id, o.process_id, o.template, o.not_before - c.earlier, o.queued_at - c.earlier, o.cancelled_at - c.earlier, o.sent_at - c.earlier
  from bench.copy c join bench.life_notice o using (n) order by 1, 2;
  insert into read_record (service_id, seq, at, by, kind, operation, purpose, case_ids, person_ids, request, prev_hash, hash)
  select '${serviceId}', row_number() over (order by at, case_id), at, by, 'read', 'case', 'leads', array[case_id], '{}', gen_random_uuid(), '', '' from (
    select date_trunc('day', l.opened_at - c.earlier) + r.times * interval '2 days' + interval '9 hours' + c.g % 480 * interval '1 minute' as at, c.case_id, c.lead::text as by from bench.copy c join bench.life l using (n) cross join generate_series(1, 3) as r (times)) r;
  insert into read_chain (service_id, seq, hash) select '${serviceId}', coalesce(max(seq), 0), decode(repeat('00', 32), 'hex') from read_record where service_id = '${serviceId}'`;
};

/** The tables that are filled: their indexes are built once everything is there. */
export const filled = [
  'case_file',
  'participant',
  'person',
  'personal_value',
  'person_token',
  'sealing_key',
  'journal',
  'task',
  'notice',
  'read_record',
] as const;
