-- Why: whoever has declared a connection sees and does nothing about that case or person, whatever else they are (R42).

create function connected_in(facts jsonb) returns uuid[] language sql immutable parallel safe
  return array( select (d.key)::uuid from jsonb_each(case when jsonb_typeof(facts #> '{facilitators,declared}') = 'object' then facts #> '{facilitators,declared}' else '{}'::jsonb end) d where ((d.value ->> 'connected') = 'true') and (d.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') order by d.key );
comment on function connected_in(facts jsonb) is 'Who has declared in the case itself that they are connected with it.';
alter table case_file add column connected_ids uuid[] not null generated always as (connected_in(facts)) stored;
comment on column case_file.connected_ids is 'special-category: staff who declared in it that they are connected (R42); worked out from the facts';
create index case_file_connected on case_file using gin (connected_ids) with (fastupdate=off) where (connected_ids <> '{}');

-- A declaration from outside: by somebody without a duty, or about a person, in whatever cases they come to take part.
create table connection (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  case_id uuid references case_file,
  person_id uuid references person,
  declared_at timestamptz not null,
  check (num_nonnulls(case_id, person_id) = 1)
);
comment on table connection is 'Who has declared a connection with a case or a person. It is never taken back by the one who declared it.';
comment on column connection.id is 'operational: random';
comment on column connection.service_id is 'operational: the service';
comment on column connection.staff_id is 'operational: the member of staff who declared it';
comment on column connection.case_id is 'special-category: the case; null when it is with a person';
comment on column connection.person_id is 'special-category: the person, in every case of theirs; null when it is with a case';
comment on column connection.declared_at is 'operational: when';
create index connection_staff on connection (staff_id);
grant insert, select on connection to concord_app;
alter table connection enable row level security;
-- Declared and judged by the service itself: nobody is shown who is connected with whom.
create policy connection_service on connection using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service') and ((select concord_who()) is null));

create function concord_connections(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when who is null then '{}' else array(
    select c.id from case_file c where c.connected_ids @> array[who] and c.connected_ids <> '{}' and c.service_id = concord_service()
    union select k.case_id from connection k where k.staff_id = who and k.case_id is not null and k.service_id = concord_service()
    union select p.case_id from connection k cross join lateral unnest(concord_same(k.person_id)) as same (id) join participant p on p.person_id = same.id
      where k.staff_id = who and k.person_id is not null and k.service_id = concord_service()) end
$$;
comment on function concord_connections(who uuid) is 'The cases this member of staff is connected with, by a declaration of theirs about the case or a person in it (R42).';
revoke execute on function concord_connections(who uuid) from public;
grant execute on function concord_connections(who uuid) to concord_app;

create function concord_connected() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() in ('service', 'staff') then concord_connections(concord_who()) else '{}' end
$$;
comment on function concord_connected() is 'The cases that whoever looks is connected with; empty for the service itself.';
revoke execute on function concord_connected() from public;
grant execute on function concord_connected() to concord_app;

create function concord_connected_persons() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_who() is null or concord_sight() not in ('service', 'staff') then '{}' else array(
    select unnest(concord_same(k.person_id)) from connection k where k.staff_id = concord_who() and k.person_id is not null and k.service_id = concord_service()
    union select p.person_id from participant p where p.case_id = any (concord_connected())) end
$$;
comment on function concord_connected_persons() is 'The people that whoever looks is connected with, and those of the cases they are connected with.';
revoke execute on function concord_connected_persons() from public;
grant execute on function concord_connected_persons() to concord_app;

create or replace function emergency_cases(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select coalesce(array_agg(e.case_id), '{}') from emergency_access e join case_file c on c.id = e.case_id join staff s on s.id = e.staff_id
  where e.staff_id = who and e.service_id = concord_service() and e.ended_at is null and e.until > now() and s.active
    and c.id <> all (concord_connections(who))
$$;

create or replace function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and c.id <> all (concord_connections(concord_who()))) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$$;

create or replace function concord_declared() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()] and c.id <> all (concord_connections(concord_who()))) || emergency_cases(concord_who())
    else '{}' end
$$;

create or replace function concord_supervised() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_staff() and concord_who() is not null then array(select c.id from case_file c
    where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]
      and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = 'supervisor' and c.id <> all (concord_connections(concord_who()))) else '{}' end
$$;

create or replace function concord_details(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all (concord_connections(concord_who()))
    when 'staff' then (c.id <> all (concord_connections(concord_who())) and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) or c.id = any (emergency_cases(concord_who()))
    else false end)
$$;

create or replace function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all (concord_connections(concord_who()))
    when 'staff' then c.staff_ids @> array[concord_who()] and c.id <> all (concord_connections(concord_who())) or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who() and concord_admits(p.case_id))
    else false end)
$$;

create or replace function concord_works_on(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() = 'service' or (concord_sight() = 'staff' and who = concord_who())
    then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[who] and c.id <> all (concord_connections(concord_who()))) else '{}' end
$$;

-- Outranks every other policy, in every table that says which case or person a row is about.
create policy case_offence_connected on case_offence as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy disclosure_connected on disclosure as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy emergency_access_connected on emergency_access as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy figure_case_connected on figure_case as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy figure_pending_connected on figure_pending as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy figure_person_connected on figure_person as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy invitation_connected on invitation as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy journal_connected on journal as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy notice_connected on notice as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy participant_connected on participant as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy task_connected on task as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy text_connected on text as restrictive using (case_id <> all ((select concord_connected())::uuid[]));
create policy legal_hold_connected on legal_hold as restrictive using ((case_id is null) or (case_id <> all ((select concord_connected())::uuid[])));
create policy import_row_connected on import_row as restrictive using ((case_id is null) or (case_id <> all ((select concord_connected())::uuid[])));
create policy case_file_connected on case_file as restrictive using (id <> all ((select concord_connected())::uuid[]));
create policy personal_value_connected on personal_value as restrictive using (person_id <> all ((select concord_connected_persons())::uuid[]));
create policy person_token_connected on person_token as restrictive using (person_id <> all ((select concord_connected_persons())::uuid[]));
create policy person_decision_connected on person_decision as restrictive using (person_id <> all ((select concord_connected_persons())::uuid[]));
create policy subject_request_connected on subject_request as restrictive using (person_id <> all ((select concord_connected_persons())::uuid[]));
create policy person_connected on person as restrictive using (id <> all ((select concord_connected_persons())::uuid[]));
create policy person_suggestion_connected on person_suggestion as restrictive using ((person_id <> all ((select concord_connected_persons())::uuid[])) and (known_id <> all ((select concord_connected_persons())::uuid[])));
create policy read_record_connected on read_record as restrictive using (not ((case_ids && (select concord_connected())::uuid[]) or (person_ids && (select concord_connected_persons())::uuid[])));
