-- Why: every answer that tells of a case or a person is recorded before it leaves, in a chain that one function writes (R68).

create table emergency_access (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  staff_id uuid not null references staff,
  reason bytea not null,
  opened_at timestamptz not null default now(),
  until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  check (until > opened_at),
  check ((ended_at is null) = (ended_by is null)),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (acknowledged_by <> staff_id)
);
comment on table emergency_access is 'Who opened which case in an emergency: sight of one case, for a time, ended by itself.';
comment on column emergency_access.id is 'operational: random';
comment on column emergency_access.service_id is 'operational: the service';
comment on column emergency_access.case_id is 'operational: the case that was opened';
comment on column emergency_access.staff_id is 'operational: who opened it';
comment on column emergency_access.reason is 'special-category: why, in their words; sealed with the case''s key';
comment on column emergency_access.opened_at is 'operational: when';
comment on column emergency_access.until is 'operational: when sight ends by itself';
comment on column emergency_access.ended_at is 'operational: when it was ended before that; null when it was not';
comment on column emergency_access.ended_by is 'operational: by whom';
comment on column emergency_access.acknowledged_at is 'operational: when somebody who answers for the service took note; null while it waits';
comment on column emergency_access.acknowledged_by is 'operational: who took note; never whoever opened it';
create index emergency_access_opened on emergency_access (service_id, opened_at, id);
create index emergency_access_staff on emergency_access (staff_id, until);
create index emergency_access_waiting on emergency_access (service_id, opened_at, id) where (acknowledged_at is null);

create table read_chain (
  service_id uuid primary key references service,
  seq bigint not null,
  hash bytea not null
);
comment on table read_chain is 'Where each service''s record of reads ends. The row is locked while entries are added, so that the chain has one order.';
comment on column read_chain.service_id is 'operational: the service';
comment on column read_chain.seq is 'operational: seq of the last entry; 0 before the first';
comment on column read_chain.hash is 'operational: hash of the last entry; 32 zero bytes before the first';

create table read_record (
  service_id uuid not null references service,
  seq bigint not null,
  at timestamptz not null,
  by text not null,
  kind text not null,
  operation text not null,
  purpose text not null,
  case_ids uuid[] not null,
  person_ids uuid[] not null,
  request uuid not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (service_id, seq),
  check (by ~ '^[a-zA-Z0-9:-]{1,60}$'),
  check (kind = any (array['read', 'list', 'search', 'export', 'preview', 'emergency'])),
  check (operation ~ '^[a-zA-Z0-9_: -]{1,250}$'),
  check (purpose = any (array['leads', 'coFacilitates', 'supervises', 'asked', 'safeguarding', 'management', 'coordination', 'emergency', 'ownPart', 'intake', 'rights', 'upkeep', 'none'])),
  check (seq > 0)
);
comment on table read_record is 'Who read what about which cases and persons, why they may, and when. Ids only. Written by record_reads() and by nothing else.';
comment on column read_record.service_id is 'operational: the service';
comment on column read_record.seq is 'operational: 1, 2, 3 without a gap in each service';
comment on column read_record.at is 'operational: when, to the millisecond';
comment on column read_record.by is 'operational: the id of whoever read, or the name of a program';
comment on column read_record.kind is 'operational: read, list, search, export, preview or emergency';
comment on column read_record.operation is 'operational: what was asked, by the names of the schema''s fields or of a command';
comment on column read_record.purpose is 'operational: why they may, worked out from the records and not asked; none when they may not, and saw nothing';
comment on column read_record.case_ids is 'operational: the cases that were in the answer, or asked for in vain';
comment on column read_record.person_ids is 'operational: the people who were in the answer';
comment on column read_record.request is 'operational: random; entries of one answer share it';
comment on column read_record.prev_hash is 'operational: hash of the entry before; 32 zero bytes for the first';
comment on column read_record.hash is 'operational: sha256 of prev_hash and the canonical JSON of the other columns';
-- Entries of one reader: of what they opened and of what they may not see. And what is opened by those who may open every case. A list adds to none of them.
create index read_record_opened on read_record (service_id, by, at) where ((kind = any (array['read', 'export'])) and (purpose <> 'none'));
create index read_record_refused on read_record (service_id, by, at) where (purpose = 'none');
create index read_record_by_role on read_record (service_id, at) include (by, case_ids)
  where ((kind = any (array['read', 'export'])) and (purpose = any (array['management', 'coordination', 'safeguarding'])));
create index read_record_case on read_record using gin (case_ids);
-- The record of reads: how often somebody tried an emergency in a day; emergencies that wait to be noted.
create index read_record_emergency on read_record (service_id, by, at) where (kind = 'emergency');
create index read_record_person on read_record using gin (person_ids);
create index read_record_when on read_record (service_id, at);

-- What anybody can work out again from the row: npm run reads:check does (libs/access-log/src/chain.ts).
create function read_hash(r read_record) returns bytea language sql stable as $$
  select sha256(r.prev_hash || convert_to(concat(
    '{"at":"', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","by":"', r.by, '","cases":', array_to_json(r.case_ids),
    ',"kind":"', r.kind, '","operation":"', r.operation, '","persons":', array_to_json(r.person_ids), ',"purpose":"', r.purpose,
    '","request":"', r.request, '","seq":', r.seq, ',"service":"', r.service_id, '"}'), 'UTF8'))
$$;
comment on function read_hash(r read_record) is 'The hash an entry must have, given what it says and the hash before it.';

create function reads_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the record of reads is append-only: % refused', lower(tg_op);
end
$$;

-- Every entry of one service, in one transaction of that service. `entries` is an array of
-- {by, at, kind, operation, request, cases, inVain, persons, purpose}; `purpose` counts only where a program reads.
-- With the owner's rights: the application can call this and cannot write the tables.
-- One plan for all calls, by key: made anew, or by reading whole tables, it would take ten times as long as what it does.
create function record_reads(entries jsonb) returns bigint language plpgsql security definer set search_path to public, pg_temp set plan_cache_mode to 'force_generic_plan' set enable_seqscan to 'off' set enable_hashjoin to 'off' set enable_mergejoin to 'off' set jit to 'off' as $$
declare
  service constant uuid := concord_service();
  drafts read_record[];
  draft read_record;
  chain read_chain;
begin
  if service is null then
    raise exception 'reads are recorded in a transaction that says its service';
  end if;
  if exists (select from jsonb_array_elements(entries) as e where e ->> 'by' <> concord_who()::text) then
    raise exception 'whoever reads is recorded in their own name';
  end if;
  with asked as (
    select n, e, e ->> 'by' as by, (e ->> 'at')::timestamptz(3) as at, (e ->> 'request')::uuid as request,
      case when e ->> 'by' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e ->> 'by')::uuid end as who
    from jsonb_array_elements(entries) with ordinality as t (e, n)
  ),
  reader as (
    select a.*, s.id is not null and s.service_id = service as is_staff,
      case
        when a.who is null then coalesce(a.e ->> 'purpose', 'upkeep')
        when s.id is null or s.service_id <> service then 'none'
        when s.roles @> array['safeguardingLead'] then 'safeguarding'
        when s.roles @> array['manager'] then 'management'
        when s.roles @> array['coordinator'] then 'coordination'
        else 'none'
      end as by_role
    -- By id alone, here and below: the service is compared afterwards, so that no plan reads all of its rows.
    from asked a left join staff s on s.id = a.who
  ),
  of_case as (
    select r.n, i.id as case_id, case
        when i.in_vain then 'none'
        when r.who is null then r.by_role
        when c.id is null or c.service_id <> service then 'none'
        -- Not as exists: PostgreSQL would read all participants once, to compare the many cases it expects.
        when not r.is_staff then coalesce((select 'ownPart' from participant p where p.case_id = c.id and p.person_id = r.who limit 1), 'none')
        else coalesce(duty_on(c, r.who), nullif(r.by_role, 'none'), case when c.id = any(emergency_cases(r.who)) then 'emergency' else 'none' end)
      end as purpose
    from reader r
    cross join lateral (
      select v::uuid as id, false as in_vain from jsonb_array_elements_text(r.e -> 'cases') as v
      union select v::uuid, true from jsonb_array_elements_text(r.e -> 'inVain') as v
    ) i
    left join case_file c on c.id = i.id
  ),
  -- Why somebody is read: for the case of theirs that was read with them; else as themselves, by role, or for a case of theirs that the reader works on.
  of_person as (
    select r.n, i.id as person_id, coalesce(k.purpose, case when i.id = r.who then 'ownPart' end, nullif(r.by_role, 'none'), w.purpose, 'none') as purpose
    from reader r
    cross join lateral (select distinct v::uuid as id from jsonb_array_elements_text(r.e -> 'persons') as v) i
    left join lateral (
      select distinct o.purpose from of_case o join participant p on p.case_id = o.case_id where o.n = r.n and p.person_id = i.id
    ) k on true
    left join lateral (
      select duty_on(c, r.who) as purpose from participant p join case_file c on c.id = p.case_id
      where k.purpose is null and r.is_staff and p.person_id = i.id and c.staff_ids @> array[r.who] order by 1 limit 1
    ) w on true
    where not exists (select from staff s where s.id = i.id)
  ),
  told as (
    select n, purpose, case_id, null::uuid as person_id from of_case
    union all
    select n, purpose, null, person_id from of_person
    union all
    select n, by_role, null, null from reader r where r.e ->> 'kind' in ('search', 'export', 'emergency') and not exists (select from of_case o where o.n = r.n) and not exists (select from of_person o where o.n = r.n)
  ),
  grouped as (
    select n, purpose,
      coalesce(array_agg(case_id order by case_id) filter (where case_id is not null), '{}') as case_ids,
      coalesce(array_agg(person_id order by person_id) filter (where person_id is not null), '{}') as person_ids
    from told group by n, purpose
  )
  select array_agg(row(service, 1, r.at, r.by, r.e ->> 'kind', r.e ->> 'operation', g.purpose, g.case_ids, g.person_ids, r.request, '', '')::read_record order by r.n, g.purpose)
  into drafts from grouped g join reader r on r.n = g.n;
  if drafts is null then
    return 0;
  end if;

  -- From here on one at a time in each service, until the transaction ends.
  insert into read_chain values (service, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select * into strict chain from read_chain where service_id = service for update;
  -- What participants and programs read counts for nobody, and a list only where it was refused.
  if exists (select from unnest(drafts) as e where (e.kind in ('read', 'export', 'emergency') or e.purpose = 'none') and e.purpose not in ('ownPart', 'intake', 'rights', 'upkeep')) then
    perform reading_add(service, drafts, chain.seq);
  end if;
  foreach draft in array drafts loop
    chain.seq := chain.seq + 1;
    draft.seq := chain.seq;
    draft.prev_hash := chain.hash;
    draft.hash := read_hash(draft);
    chain.hash := draft.hash;
    insert into read_record select draft.*;
  end loop;
  update read_chain set seq = chain.seq, hash = chain.hash where service_id = service;
  return chain.seq;
end
$$;
comment on function record_reads(entries jsonb) is 'Adds to the record of reads of this transaction''s service, works out the purpose of each read, and gives the seq of the last entry.';
revoke execute on function record_reads(entries jsonb) from public;
grant execute on function record_reads(entries jsonb) to concord_app;

create trigger read_record_append_only before delete or update or truncate on read_record for each statement execute function reads_are_append_only();

-- How it was opened is never changed: only that it ended and that it was noted.
grant insert, select, update (acknowledged_at, acknowledged_by, ended_at, ended_by) on emergency_access to concord_app;
alter table emergency_access enable row level security;
-- Only the service itself opens one (libs/access-log/src/postgres/emergencies.ts judges who may); a facilitator sees their own.
create policy emergency_access_change on emergency_access for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy emergency_access_open on emergency_access for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy emergency_access_read on emergency_access for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else (((select concord_sight()) = 'staff') and (staff_id = (select concord_who()))) end);

grant select on read_chain to concord_app;
alter table read_chain enable row level security;
create policy read_chain_service on read_chain using ((service_id = concord_service()) and (concord_sight() = 'service'));

grant select on read_record to concord_app;
alter table read_record enable row level security;
create policy read_record_service on read_record using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
