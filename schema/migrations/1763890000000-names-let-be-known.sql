-- Why: a person who would attend may let somebody on a side know their name (name.told); the one who was told can read it, and it alone.

create or replace function concord_named() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select s.id from staff s where s.service_id = concord_service())
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
