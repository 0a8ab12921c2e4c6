-- Why: the application works as a role of its own, and every transaction says whose eyes it has: policies read it through these functions.

-- Roles belong to the whole cluster: another database's migration may make this one at the same moment. It owns nothing,
-- bypasses nothing and cannot sign in until somebody gives it a password or makes a login role its member.
do $$
begin
  if not exists (select from pg_roles where rolname = 'concord_app') then
    create role concord_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;
-- An owner who is no superuser must be a member to connect with `-c role=concord_app`, which development does.
do $$
begin
  if not pg_has_role(current_user, 'concord_app', 'set') then
    execute format('grant concord_app to %I with set true, inherit false', current_user);
  end if;
exception when insufficient_privilege or unique_violation then null;
end
$$;
-- No table is opened here: each migration grants what its table needs, and one that forgets to is shut.
grant usage on schema public to concord_app;
alter default privileges in schema public grant usage on sequences to concord_app;

-- A setting that was made for a transaction reads as '' afterwards on the same connection: nobody, as when never made.
create function concord_service() returns uuid language sql stable parallel safe
  return nullif(current_setting('concord.service', true), '')::uuid;
comment on function concord_service() is 'The service this transaction is for; null when it has not said, and then no row is its own.';

create function concord_sight() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('concord.sight', true), ''), 'nothing');
comment on function concord_sight() is 'service, staff, participant or nothing: how widely this transaction sees.';

create function concord_who() returns uuid language sql stable parallel safe
  return nullif(current_setting('concord.who', true), '')::uuid;
comment on function concord_who() is 'The member of staff or the person who looks; null for what the service does of itself.';

create function concord_staff() returns boolean language sql stable parallel safe
  return concord_service() is not null and concord_sight() in ('service', 'staff');
comment on function concord_staff() is 'True for the service itself and everybody who works for it.';

-- As libs/store/src/visible.ts has it. With the owner's rights, so that a policy may ask without asking itself again.
create function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then c.staff_ids @> array[concord_who()]
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who())
    else false end)
$$;
comment on function concord_sees(uuid) is 'True when this transaction may know that there is this case.';

create function concord_details(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]
    else false end)
$$;
comment on function concord_details(uuid) is 'True when this transaction may read what belongs to this case: staff who have declared (R42). A participant reads by policies of their own.';
