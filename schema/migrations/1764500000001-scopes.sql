-- Why: the application works as a role of its own, and every transaction says for whom it works: policies read it through these functions.

-- Roles belong to the whole cluster: another database's migration may make this one at the same moment. The role owns
-- nothing, bypasses nothing, and cannot sign in until it is given a password or a login role becomes its member.
do $$
begin
  if not exists (select from pg_roles where rolname = 'concord_app') then
    create role concord_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;
-- An owner who is no superuser must be a member to work as it, which commands do that begin with the owner's address. From
-- version 16 on PostgreSQL tells the right to take a role from having its rights; in 15 a member has both.
do $$
declare
  tells boolean := current_setting('server_version_num')::int >= 160000;
begin
  if not pg_has_role(current_user, 'concord_app', case when tells then 'set' else 'member' end) then
    execute format('grant concord_app to %I', current_user) || case when tells then ' with set true, inherit false' else '' end;
  end if;
exception when insufficient_privilege or unique_violation then null;
end
$$;
-- No table is opened here: each migration grants what its table needs, and one that forgets to is shut.
grant usage on schema public to concord_app;
alter default privileges in schema public grant usage on sequences to concord_app;

-- The owner of the tables (migrations, journal:check) is exempt from policies, and nothing is forced on it: foreign keys are
-- checked with the owner's rights and must see the rows they point at. The application never works as the owner.
-- TypeORM's list of what ran: nothing of it is granted.
alter table migration enable row level security;
create policy migration_owner on migration using (false);

-- The functions below read tables that come in later files: their bodies are checked when they are first called.
set local check_function_bodies = off;

-- A setting that was made for a transaction reads as '' afterwards on the same connection: nobody, as when never made.
create function concord_service() returns uuid language sql stable parallel safe
  return (NULLIF(current_setting('concord.service', true), ''))::uuid;
comment on function concord_service() is 'The service this transaction is for; null when it has not said, and then no row is its own.';

create function concord_sight() returns text language sql stable parallel safe
  return COALESCE(NULLIF(current_setting('concord.sight', true), ''), 'nothing');
comment on function concord_sight() is 'service, staff, participant or nothing: how widely this transaction sees.';

create function concord_who() returns uuid language sql stable parallel safe
  return (NULLIF(current_setting('concord.who', true), ''))::uuid;
comment on function concord_who() is 'The member of staff or the person who looks; null for what the service does of itself.';

create function concord_staff() returns boolean language sql stable parallel safe
  return ((concord_service() is not null) and (concord_sight() = any (array['service', 'staff'])));
comment on function concord_staff() is 'True for the service itself and everybody who works for it.';

-- Sign-in knows a secret before it knows a service: a transaction names the hashes of what it was given, and policies admit those rows.
create function concord_knows(hash bytea) returns boolean language sql stable parallel safe
  return (encode(hash, 'hex') = any (string_to_array(current_setting('concord.secret', true), ' ')));
comment on function concord_knows(hash bytea) is 'True when this transaction was given the secret whose hash this is.';

create function concord_safeguards() returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() <> 'service' then false
    else concord_who() is null or exists (select from staff s where s.service_id = concord_service() and s.id = concord_who() and s.active and 'safeguardingLead' = any (s.roles)) end
$$;
comment on function concord_safeguards() is 'True for the service itself and the safeguarding lead, who read the words of safeguarding.';
revoke execute on function concord_safeguards() from public;
grant execute on function concord_safeguards() to concord_app;

-- A connection declared at any time shuts the case again (R42); so does losing the post.
create function emergency_cases(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select coalesce(array_agg(e.case_id), '{}') from emergency_access e join case_file c on c.id = e.case_id join staff s on s.id = e.staff_id
  where e.staff_id = who and e.service_id = concord_service() and e.ended_at is null and e.until > now() and s.active
    and coalesce(c.facts #>> array['facilitators', 'declared', who::text, 'connected'], 'false') <> 'true'
$$;
comment on function emergency_cases(who uuid) is 'The cases this member of staff sees now because they opened them in an emergency.';
revoke execute on function emergency_cases(who uuid) from public;
grant execute on function emergency_cases(who uuid) to concord_app;

create function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_cases() is 'The cases a facilitator works on or a participant takes part in; empty for service sight, which needs no list.';
revoke execute on function concord_cases() from public;
grant execute on function concord_cases() to concord_app;

create function concord_declared() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) || emergency_cases(concord_who())
    else '{}' end
$$;
comment on function concord_declared() is 'Of those, the cases whose details a facilitator may read, because they have declared (R42).';
revoke execute on function concord_declared() from public;
grant execute on function concord_declared() to concord_app;

create function concord_supervised() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_staff() and concord_who() is not null then array(select c.id from case_file c
    where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]
      and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = 'supervisor') else '{}' end
$$;
comment on function concord_supervised() is 'The cases this member of staff supervises, and so reads the safeguarding words of.';
revoke execute on function concord_supervised() from public;
grant execute on function concord_supervised() to concord_app;

create function concord_persons() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select p.person_id from participant p where p.service_id = concord_service() and p.case_id = any ((select concord_declared())::uuid[]))
    else '{}' end
$$;
comment on function concord_persons() is 'The people a facilitator works with: those of the cases they may read.';
revoke execute on function concord_persons() from public;
grant execute on function concord_persons() to concord_app;

create function concord_parts() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'participant' then array(select p.id from participant p where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_parts() is 'A participant''s own parts: the ids by which their cases name them.';
revoke execute on function concord_parts() from public;
grant execute on function concord_parts() to concord_app;

-- A participant is told who works on their case and who is their appropriate adult, and nobody else's name.
create function concord_named() returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case concord_sight()
    when 'participant' then array(
      select unnest(c.staff_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who()
      except select unnest(c.undeclared_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who()
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and a.id::text = c.facts -> 'people' -> 'appropriateAdults' ->> p.id::text
        where p.service_id = concord_service() and p.person_id = concord_who()
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and c.facts -> 'people' -> 'namesTold' ? (a.id::text || '|' || p.id::text)
        where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_named() is 'People whose name, and no more, this transaction may read.';
revoke execute on function concord_named() from public;
grant execute on function concord_named() to concord_app;

-- As before, and what was opened in an emergency with it; the policies of row-level security read these.
create function concord_sees(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then c.staff_ids @> array[concord_who()] or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who())
    else false end)
$$;
comment on function concord_sees(case_id uuid) is 'True when this transaction may know that there is this case.';
revoke execute on function concord_sees(case_id uuid) from public;
grant execute on function concord_sees(case_id uuid) to concord_app;

create function concord_details(case_id uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then true
    when 'staff' then (c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) or c.id = any (emergency_cases(concord_who()))
    else false end)
$$;
comment on function concord_details(case_id uuid) is 'True when this transaction may read what belongs to this case: staff who have declared (R42). A participant reads by policies of their own.';
revoke execute on function concord_details(case_id uuid) from public;
grant execute on function concord_details(case_id uuid) to concord_app;

create function concord_one(person uuid) returns uuid language sql stable security definer set search_path to public, pg_temp as $$
  with recursive up as (select person as id, 0 as n union all select m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select id from up order by n desc limit 1
$$;
comment on function concord_one(person uuid) is 'The record a person is read as: their own, unless it was merged.';
revoke execute on function concord_one(person uuid) from public;
grant execute on function concord_one(person uuid) to concord_app;

create function concord_same(person uuid) returns uuid[] language sql stable security definer set search_path to public, pg_temp as $$
  with recursive down as (select concord_one(person) as id union select m.gone_id from down join person_merge m on m.kept_id = down.id)
  select array_agg(id order by id) from down
$$;
comment on function concord_same(person uuid) is 'All records that are read as this one person.';
revoke execute on function concord_same(person uuid) from public;
grant execute on function concord_same(person uuid) to concord_app;

create function concord_ones(persons uuid[]) returns table (asked uuid, one uuid) language sql stable security definer set search_path to public, pg_temp as $$
  with recursive up as (
    select p.id as asked, p.id, 0 as n from unnest(persons) as p (id)
    union all select up.asked, m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select distinct on (up.asked) up.asked, up.id from up order by up.asked, up.n desc
$$;
comment on function concord_ones(persons uuid[]) is 'The record that each of these persons is read as: concord_one for many.';
revoke execute on function concord_ones(persons uuid[]) from public;
grant execute on function concord_ones(persons uuid[]) to concord_app;

create function concord_sames(persons uuid[]) returns table (one uuid, records uuid[]) language sql stable security definer set search_path to public, pg_temp as $$
  with recursive down as (
    select distinct o.one, o.one as id from concord_ones(persons) o
    union select down.one, m.gone_id from down join person_merge m on m.kept_id = down.id)
  select down.one, array_agg(down.id order by down.id) from down group by down.one
$$;
comment on function concord_sames(persons uuid[]) is 'All records of each of these persons, by the record they are read as: concord_same for many.';
revoke execute on function concord_sames(persons uuid[]) from public;
grant execute on function concord_sames(persons uuid[]) to concord_app;

-- Cases somebody works on: those of anybody for who sees the whole service, else one's own.
create function concord_works_on(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() = 'service' or (concord_sight() = 'staff' and who = concord_who())
    then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[who]) else '{}' end
$$;
revoke execute on function concord_works_on(who uuid) from public;
grant execute on function concord_works_on(who uuid) to concord_app;

create function concord_works_here(who uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select concord_sight() = 'staff' and exists (select from staff s where s.id = who and s.service_id = concord_service())
$$;
revoke execute on function concord_works_here(who uuid) from public;
grant execute on function concord_works_here(who uuid) to concord_app;

-- Entries of the record of reads about a case, or about any of some persons.
create function concord_reads_of_case(id uuid) returns bigint[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.case_ids @> array[$1] and r.service_id = concord_service()) else '{}' end
$$;
revoke execute on function concord_reads_of_case(id uuid) from public;
grant execute on function concord_reads_of_case(id uuid) to concord_app;

create function concord_reads_of_persons(ids uuid[]) returns bigint[] language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.person_ids && $1 and r.service_id = concord_service()) else '{}' end
$$;
revoke execute on function concord_reads_of_persons(ids uuid[]) from public;
grant execute on function concord_reads_of_persons(ids uuid[]) to concord_app;
