-- Why: a function with its owner's rights answers whoever may call it: only the application may, and what is the safeguarding lead's to know is told to service sight alone.

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to concord_app', f);
  end loop;
end
$$;

create or replace function concord_across(one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  with stands as (select concord_one(p.person_id) as who, p.role, concord_side(p) as side from participant p where p.person_id in (concord_one(one), concord_one(other)))
  select case when concord_sight() = 'service' then
    count(distinct role) <> 1 or count(distinct side) <> 1 or count(distinct who) <> cardinality(array(select distinct unnest(array[concord_one(one), concord_one(other)]))) end from stands
$$;
