-- Why: a session is of the case of its invitation and says who helped to open it, so that one member of staff cannot look about as a participant unseen.

alter table session add column case_ids uuid[];
alter table session add column assisted_by uuid references staff;
alter table session add column checked text;
update session s set case_ids = array[i.case_id] from invitation i where i.id = s.invitation_id;
update session set case_ids = '{}' where kind = 'participant' and case_ids is null;
alter table session add check ((kind = 'participant') = (case_ids is not null));
alter table session add check ((assisted_by is null) = (checked is null));
comment on column session.case_ids is 'operational: the cases a participant is shown in it: those whose codes were given; null for staff';
comment on column session.assisted_by is 'operational: the member of staff who read out the code that opened it; null when the code was sent';
comment on column session.checked is 'operational: how they made sure who they were speaking to';
create index session_assisted on session (person_id, began_at) where (assisted_by is not null);

-- What a participant may see is bounded by the case their session is of as well: `all` for an access token of the issuer.
create function concord_admits(case_id uuid) returns boolean language sql stable parallel safe
  return ((current_setting('concord.cases', true) = 'all') or (case_id::text = any (string_to_array(current_setting('concord.cases', true), ' '))));
comment on function concord_admits(case_id uuid) is 'True for a case that the session of a participant is of; for none when the transaction has not said.';

create or replace function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$$;

create or replace function concord_parts() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'participant' then array(select p.id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$$;

create or replace function concord_named() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'participant' then array(
      select unnest(c.staff_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      except select unnest(c.undeclared_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and a.id::text = c.facts -> 'people' -> 'appropriateAdults' ->> p.id::text
        where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and c.facts -> 'people' -> 'namesTold' ? (a.id::text || '|' || p.id::text)
        where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$$;

create or replace function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then c.staff_ids @> array[concord_who()] or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who() and concord_admits(p.case_id))
    else false end)
$$;

drop policy participant_read on participant;
create policy participant_read on participant for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else ((case_id = any ((select concord_declared())::uuid[])) or (((select concord_sight()) = 'participant') and (person_id = (select concord_who())) and (id = any ((select concord_parts())::uuid[])))) end);

drop function concord_session(bytea, timestamptz, date);
create function concord_session(token bytea, at timestamptz, today date) returns table (session_id uuid, service_id uuid, person_id uuid, kind text, roles text[], scopes text[], began_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, idle_minutes integer, case_ids uuid[], assisted_by uuid) language plpgsql as $$
declare found_one session;
begin
  perform set_config('concord.secret', encode(token, 'hex'), true);
  select * into found_one from session s where s.token_hash = token and s.ended_at is null and s.expires_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at;
  if not found then return; end if;
  perform set_config('concord.service', found_one.service_id::text, true), set_config('concord.sight', 'service', true), set_config('concord.who', '', true);
  return query select found_one.id, found_one.service_id, found_one.person_id, found_one.kind, coalesce(found_one.roles, st.roles), found_one.scopes,
      found_one.began_at, greatest(found_one.last_seen_at, at), found_one.expires_at, found_one.idle_minutes,
      found_one.case_ids, found_one.assisted_by
    from person p left join staff st on st.id = p.id and found_one.kind = 'staff'
    where p.id = found_one.person_id and (found_one.kind = 'participant' or concord_at_work(st.active, st.availability, st.back_on, today));
  if found and found_one.last_seen_at <= at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = found_one.id and s.last_seen_at <= at - interval '1 minute';
  end if;
end
$$;
comment on function concord_session(token bytea, at timestamp with time zone, today date) is 'The session with this token hash and who it belongs to now; no row when it has ended or they are not let in any more.';

-- Who sees an invitation sees whether its person was helped in.
create policy session_assisted on session for select using ((assisted_by is not null) and (EXISTS ( select FROM invitation i where (i.id = session.invitation_id))));

-- Reads in a session that somebody helped to open name the helper, inside the chain.
alter table read_record add column assisted_by uuid;
comment on column read_record.assisted_by is 'operational: the member of staff who read out the code of the session in which a participant read; null for every other read';

create or replace function read_hash(r read_record) returns bytea language sql stable as $$
  select sha256(r.prev_hash || convert_to(concat(
    '{', '"assistedBy":"' || r.assisted_by || '",', '"at":"', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","by":"', r.by, '","cases":', array_to_json(r.case_ids),
    ',"kind":"', r.kind, '","operation":"', r.operation, '","persons":', array_to_json(r.person_ids), ',"purpose":"', r.purpose,
    '","request":"', r.request, '","seq":', r.seq, ',"service":"', r.service_id, '"}'), 'UTF8'))
$$;

create or replace function record_reads(entries jsonb) returns bigint language plpgsql security definer set search_path to public, pg_temp set plan_cache_mode to 'force_generic_plan' set enable_seqscan to 'off' set enable_hashjoin to 'off' set enable_mergejoin to 'off' set jit to 'off' as $$
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
  select array_agg(row(service, 1, r.at, r.by, r.e ->> 'kind', r.e ->> 'operation', g.purpose, g.case_ids, g.person_ids, r.request, '', '', (r.e ->> 'assistedBy')::uuid)::read_record order by r.n, g.purpose)
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
