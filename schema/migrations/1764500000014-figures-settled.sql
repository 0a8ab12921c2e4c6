-- Why: a command only says which case changed; the counters are brought up to date by whoever reads a figure first, or by the worker.

-- With the rights of the owner: the application itself can write neither what is pending nor a counter.
create function figure_pending_of_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into figure_pending (service_id, case_id) values (new.service_id, new.id);
  return null;
end
$$;
create function figure_pending_of_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into figure_pending (service_id, case_id) values (new.service_id, new.case_id);
  return null;
end
$$;

-- The conditions are judged before a function is called: a command that changes no figure pays for a comparison and no more.
create trigger case_file_figures_opened after insert on case_file for each row execute function figure_pending_of_case();
create trigger case_file_figures after update on case_file for each row
  when ((old.stage, old.step, old.closed_at is null, old.lead_id is null, old.waiting_on, old.waiting_rule, old.waiting_since, old.staff_ids, old.undeclared_ids, old.sensitive, old.points)
    is distinct from (new.stage, new.step, new.closed_at is null, new.lead_id is null, new.waiting_on, new.waiting_rule, new.waiting_since, new.staff_ids, new.undeclared_ids, new.sensitive, new.points))
  execute function figure_pending_of_case();
create trigger journal_figures after insert on journal for each row
  when (new.type in ('participant.joined', 'member.left') or jsonb_array_length(new.event -> 'deviations') > 0 or new.type in ('case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded',
    'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed'))
  execute function figure_pending_of_part();
create trigger participant_figures_joined after insert on participant for each row execute function figure_pending_of_part();
create trigger participant_figures after update on participant for each row
  when ((old.person_id, old.role) is distinct from (new.person_id, new.role)) execute function figure_pending_of_part();

create function figure_sum(a int[], b int[]) returns int[] language sql immutable parallel safe as $$
  select array(select coalesce(x, 0) + coalesce(y, 0) from unnest(a, b) with ordinality as t (x, y, place) order by place)
$$;

-- What a row adds to the counters. A span stands in four ranges of lengths, each a sixteenth of the one before: from all to a tenth of a day.
create function figure_parts(r figure_case) returns setof figure_count language sql stable as $$
  select r.service_id, c.figure, c.unit, c.day, c.part, c.n
  from (select date_trunc('month', r.day::timestamp)::date as first) m
  cross join lateral (
    select r.figure, u.unit, u.day, r.part, r.n from (values ('day', r.day), ('month', m.first)) as u (unit, day) where r.figure in ('funnel', 'lost', 'known', 'checkpoint', 'deviation', 'unreviewed')
    union all
    select r.figure, 'month', m.first, r.part, r.n where r.figure = 'waiting'
    union all
    select r.figure, 'ever', '-infinity'::date, r.part, r.n where r.figure in ('stage', 'open', 'unassigned', 'workload')
    union all
    select concat_ws('/', 'span', r.part, level, r.tenth >> (16 - 4 * level)), u.unit, u.day, '', array_fill(0, array[(r.tenth >> (12 - 4 * level)) & 15]) || 1
    from generate_series(0, 3) as level, (values ('day', r.day), ('month', m.first)) as u (unit, day) where r.figure = 'span'
  ) as c (figure, unit, day, part, n)
$$;

-- What persons add: each day they came on, and each pair of days one after the other. Distinct persons of a period are its days less the pairs that lie within it.
create function figure_person_parts(service uuid, persons uuid[]) returns setof figure_count language sql stable as $$
  with came as (
    select p.role, p.person_id, s.step, p.day from figure_person p cross join lateral unnest(p.steps) with ordinality as s (counts, step)
    where p.service_id = service and p.person_id = any (persons) and s.counts group by 1, 2, 3, 4),
  paired as (select c.*, lag(c.day) over (partition by c.role, c.person_id, c.step order by c.day) as before from came c)
  select service, c.figure, c.unit, c.day, c.part, array_fill(0, array[p.step::int - 1]) || 1
  from paired p cross join lateral (
    select 'persons', 'day', p.day, p.role
    union all select 'persons', 'month', date_trunc('month', p.day::timestamp)::date, p.role
    union all select 'again/' || p.role, 'day', p.day, to_char(p.before, 'YYYY-MM-DD') where p.before is not null
    union all select 'again/' || p.role, 'dayBefore', p.before, to_char(p.day, 'YYYY-MM-DD') where p.before is not null
    union all select 'again/' || p.role, 'month', date_trunc('month', p.day::timestamp)::date, to_char(p.before, 'YYYY-MM-01') where p.before is not null
  ) as c (figure, unit, day, part)
$$;

-- Counts cases again and adds the difference to the counters. The caller holds the lock of the service's figures.
create function figures_recount(service uuid, cases uuid[]) returns void language plpgsql as $$
declare
  fresh figure_case[] := array(select f from figure_rows(service, cases) f);
  gone figure_case[];
  come figure_case[];
  people_fresh figure_person[] := array(select f from figure_people(service, cases) f);
  people_gone figure_person[];
  people_come figure_person[];
  persons uuid[];
  less figure_count[];
  more figure_count[];
begin
  gone := array(select k::figure_case from (select * from figure_case where case_id = any (cases) except select * from unnest(fresh)) k);
  come := array(select k::figure_case from (select * from unnest(fresh) except select * from figure_case where case_id = any (cases)) k);
  people_gone := array(select k::figure_person from (select * from figure_person where case_id = any (cases) except select * from unnest(people_fresh)) k);
  people_come := array(select k::figure_person from (select * from unnest(people_fresh) except select * from figure_person where case_id = any (cases)) k);
  persons := array(select distinct person_id from unnest(people_gone || people_come));

  less := array(select p from unnest(gone) g cross join lateral figure_parts(g) p union all select p from figure_person_parts(service, persons) p);
  delete from figure_case k using unnest(gone) g where k.case_id = g.case_id and k.figure = g.figure and k.part = g.part and k.nth = g.nth;
  insert into figure_case select * from unnest(come);
  delete from figure_person k using unnest(people_gone) g where k.case_id = g.case_id and k.role = g.role and k.person_id = g.person_id;
  insert into figure_person select * from unnest(people_come);
  more := array(select p from unnest(come) g cross join lateral figure_parts(g) p union all select p from figure_person_parts(service, persons) p);

  insert into figure_count as c (service_id, figure, unit, day, part, n)
  select service, t.figure, t.unit, t.day, t.part, array_agg(t.total order by t.place)
  from (
    select x.figure, x.unit, x.day, x.part, e.place, sum(x.sign * e.v)::int as total
    from (select 1 as sign, m.* from unnest(more) m union all select -1, l.* from unnest(less) l) x
    cross join lateral unnest(x.n) with ordinality as e (v, place) group by 1, 2, 3, 4, 5) t
  group by t.figure, t.unit, t.day, t.part having bool_or(t.total <> 0)
  on conflict (service_id, figure, unit, day, part) do update set n = figure_sum(c.n, excluded.n);
  delete from figure_count where service_id = service and 0 = all (n);
end
$$;

-- Counts the pending cases of a service again; gives how many. Whoever comes second waits for the first, so that no figure is read before it is whole.
create function figures_settle_of(service uuid) returns int language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
declare
  cases uuid[];
begin
  if not exists (select from figure_pending p where p.service_id = service) then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended('figures ' || service, 0));
  with taken as (delete from figure_pending p where p.service_id = service returning p.case_id)
  select array_agg(distinct t.case_id) into cases from taken t;
  if cases is null then return 0; end if;
  perform figures_recount(service, cases);
  return cardinality(cases);
end
$$;

-- Brings the figures of the service that asks up to every command answered so far.
create function figures_settle() returns int language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if concord_service() is null or concord_sight() <> 'service' then
    raise exception 'figures are settled in the scope of their service';
  end if;
  return figures_settle_of(concord_service());
end
$$;

-- The same for every service, for the worker: it tells nobody anything but how many cases.
create function figures_settle_everywhere() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  service uuid;
  total int := 0;
begin
  for service in select distinct p.service_id from figure_pending p order by 1 loop
    total := total + figures_settle_of(service);
  end loop;
  return total;
end
$$;

-- Counts every case of a service, and the days of its readers, from nothing: after rows were filled past the triggers, or in doubt. For the owner of the database alone.
create function figures_rebuild(service uuid) returns int language plpgsql set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  total int := 0;
  next uuid[];
  last uuid := '00000000-0000-0000-0000-000000000000';
begin
  perform pg_advisory_xact_lock(hashtextextended('figures ' || service, 0));
  perform reading_rebuild(service);
  delete from figure_pending p where p.service_id = service;
  delete from figure_count c where c.service_id = service;
  delete from figure_person p where p.service_id = service;
  delete from figure_case c where c.service_id = service;
  loop
    next := array(select c.id from case_file c where c.service_id = service and c.id > last order by c.id limit 1000);
    exit when cardinality(next) = 0;
    insert into figure_case select * from figure_rows(service, next);
    insert into figure_person select * from figure_people(service, next);
    total := total + cardinality(next);
    last := next[cardinality(next)];
  end loop;
  insert into figure_count (service_id, figure, unit, day, part, n)
  select service, t.figure, t.unit, t.day, t.part, array_agg(t.total order by t.place)
  from (
    select x.figure, x.unit, x.day, x.part, e.place, sum(e.v)::int as total
    from (select p.* from figure_case c cross join lateral figure_parts(c) p where c.service_id = service
      union all select * from figure_person_parts(service, array(select distinct p.person_id from figure_person p where p.service_id = service))) x
    cross join lateral unnest(x.n) with ordinality as e (v, place) group by 1, 2, 3, 4, 5) t
  group by t.figure, t.unit, t.day, t.part having bool_or(t.total <> 0);
  return total;
end
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname ~ '^figure' and (p.prosecdef or p.proname in ('figures_recount', 'figures_rebuild')) loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function figures_settle(), figures_settle_everywhere() to concord_app;
