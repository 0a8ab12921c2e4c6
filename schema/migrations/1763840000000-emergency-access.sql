-- Why: somebody called to a case at night that is not theirs may open it for an hour, with a reason, and everybody who answers for the service hears of it (R68).

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
create index emergency_access_staff on emergency_access (staff_id, until);
create index emergency_access_opened on emergency_access (service_id, opened_at, id);

-- How it was opened is never changed: only that it ended and that it was noted.
grant select, insert on emergency_access to concord_app;
grant update (ended_at, ended_by, acknowledged_at, acknowledged_by) on emergency_access to concord_app;
alter table emergency_access enable row level security;
-- Only the service itself opens one (libs/store/src/reads/emergencies.ts judges who may); a facilitator sees their own.
create policy emergency_access_service on emergency_access using (service_id = concord_service() and concord_sight() = 'service');
create policy emergency_access_own on emergency_access for select using (service_id = concord_service() and concord_sight() = 'staff' and staff_id = concord_who());

-- A connection declared at any time shuts the case again (R42); so does losing the post.
create function emergency_cases(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.case_id), '{}') from emergency_access e join case_file c on c.id = e.case_id join staff s on s.id = e.staff_id
  where e.staff_id = who and e.service_id = concord_service() and e.ended_at is null and e.until > now() and s.active
    and coalesce(c.facts #>> array['facilitators', 'declared', who::text, 'connected'], 'false') <> 'true'
$$;
comment on function emergency_cases(uuid) is 'The cases this member of staff sees now because they opened them in an emergency.';

-- As before, and what was opened in an emergency with it; the policies of row-level security read these.
create or replace function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then c.staff_ids @> array[concord_who()] or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who())
    else false end)
$$;

create or replace function concord_details(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then (c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) or c.id = any (emergency_cases(concord_who()))
    else false end)
$$;

create or replace function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;

create or replace function concord_declared() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) || emergency_cases(concord_who())
    else '{}' end
$$;
