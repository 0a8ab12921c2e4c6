-- Why: a function in a filter is asked again for every row; a subquery of its own is asked once a look. The rules are those of before.

create or replace function emergency_cases(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select coalesce(array_agg(e.case_id), '{}') from emergency_access e join case_file c on c.id = e.case_id join staff s on s.id = e.staff_id
  where e.staff_id = who and e.service_id = concord_service() and e.ended_at is null and e.until > now() and s.active
    and c.id <> all ((select concord_connections(who))::uuid[])
$$;

create or replace function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$$;

create or replace function concord_declared() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) || emergency_cases(concord_who())
    else '{}' end
$$;

create or replace function concord_supervised() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_staff() and concord_who() is not null then array(select c.id from case_file c
    where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]
      and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = 'supervisor' and c.id <> all ((select concord_connections(concord_who()))::uuid[])) else '{}' end
$$;

create or replace function concord_details(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all ((select concord_connections(concord_who()))::uuid[])
    when 'staff' then (c.id <> all ((select concord_connections(concord_who()))::uuid[]) and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) or c.id = any (emergency_cases(concord_who()))
    else false end)
$$;

create or replace function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all ((select concord_connections(concord_who()))::uuid[])
    when 'staff' then c.staff_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[]) or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who() and concord_admits(p.case_id))
    else false end)
$$;

create or replace function concord_works_on(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() = 'service' or (concord_sight() = 'staff' and who = concord_who())
    then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[who] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) else '{}' end
$$;

create or replace function concord_connected_persons() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_who() is null or concord_sight() not in ('service', 'staff') then '{}' else array(
    select unnest(concord_same(k.person_id)) from connection k where k.staff_id = concord_who() and k.person_id is not null and k.service_id = concord_service()
    union select p.person_id from participant p where p.case_id = any ((select concord_connected())::uuid[])) end
$$;
