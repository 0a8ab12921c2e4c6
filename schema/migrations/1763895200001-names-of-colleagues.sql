-- Why: a facilitator's colleagues are looked up one by one in the staff list, instead of in an array of all staff that is gone through for each row.
create function concord_works_here(who uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select concord_sight() = 'staff' and exists (select from staff s where s.id = who and s.service_id = concord_service())
$$;
revoke execute on function concord_works_here from public;
grant execute on function concord_works_here to concord_app;

create or replace function concord_named() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
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
alter policy personal_value_read on personal_value using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else person_id = (select concord_who()) or person_id = any ((select concord_persons())::uuid[])
    or (field in ('given', 'family', 'knownAs', 'asWritten') and (person_id = any ((select concord_named())::uuid[]) or concord_works_here(person_id))) end);
alter policy sealing_key_read on sealing_key using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else owner_id = (select concord_who()) or owner_id = any ((select concord_cases())::uuid[]) or owner_id = any ((select concord_persons())::uuid[])
    or owner_id = any ((select concord_named())::uuid[]) or concord_works_here(owner_id) end);
