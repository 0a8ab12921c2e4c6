-- Why: `@>` and `&&` are served by no index behind row-level security. Functions with their owner's rights find the ids by index, for those who may see the rows anyway; the rows are read by id, through the policies.

-- Cases somebody works on: those of anybody for who sees the whole service, else one's own.
create function concord_works_on(who uuid) returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when concord_sight() = 'service' or (concord_sight() = 'staff' and who = concord_who())
    then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[who]) else '{}' end
$$;

-- Entries of the record of reads about a case, or about any of some persons.
create function concord_reads_of_case(id uuid) returns bigint[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.case_ids @> array[$1] and r.service_id = concord_service()) else '{}' end
$$;
create function concord_reads_of_persons(ids uuid[]) returns bigint[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.person_ids && $1 and r.service_id = concord_service()) else '{}' end
$$;

revoke execute on function concord_works_on, concord_reads_of_case, concord_reads_of_persons from public;
grant execute on function concord_works_on, concord_reads_of_case, concord_reads_of_persons to concord_app;
