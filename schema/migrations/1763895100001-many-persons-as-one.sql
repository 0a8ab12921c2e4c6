-- Why: a page shows many names, each by the record it is read as: all of them are worked out at once, before any is looked up.
create function concord_ones(persons uuid[]) returns table (asked uuid, one uuid) language sql stable security definer set search_path = public, pg_temp as $$
  with recursive up as (
    select p.id as asked, p.id, 0 as n from unnest(persons) as p (id)
    union all select up.asked, m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select distinct on (up.asked) up.asked, up.id from up order by up.asked, up.n desc
$$;
comment on function concord_ones(uuid[]) is 'The record that each of these persons is read as: concord_one for many.';
revoke execute on function concord_ones(uuid[]) from public;
grant execute on function concord_ones(uuid[]) to concord_app;
