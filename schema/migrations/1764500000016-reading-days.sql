-- Why: counts of a day say which days of whom are worth a look, so that nobody goes through all entries to find the few that are unusual (R68).

create table reading_day (
  service_id uuid not null references service,
  who uuid not null,
  day date not null,
  cases int not null,
  tries int not null,
  emergencies int not null,
  after_closing int not null,
  hours int not null,
  primary key (service_id, who, day)
) with (fillfactor = 70);
comment on table reading_day is 'What each member of staff read on a day, counted; written by reading_add() with the entries it counts and by nothing else.';
comment on column reading_day.service_id is 'operational: the service';
comment on column reading_day.who is 'operational: the member of staff';
comment on column reading_day.day is 'operational: the London day';
comment on column reading_day.cases is 'operational: how many different cases they opened or took out';
comment on column reading_day.tries is 'operational: how many entries are of what they may not see';
comment on column reading_day.emergencies is 'operational: how many entries are of cases opened in an emergency';
comment on column reading_day.after_closing is 'operational: how often they opened a case that was closed';
comment on column reading_day.hours is 'operational: bit h is set when they opened a case in hour h of the day';

-- Adds entries to the counts of their days. Entries of the service up to `known` are counted already. The caller holds the lock of the chain.
create function reading_add(service uuid, entries read_record[], known bigint) returns void language plpgsql as $$
begin
  insert into reading_day as d (service_id, who, day, cases, tries, emergencies, after_closing, hours)
  select service, x.who, x.day,
    count(distinct x.case_id) filter (where not exists (
      select from read_record r where r.service_id = service and r.by = x.who::text and r.seq <= known and x.case_id = any (r.case_ids)
      and r.at >= (x.day::timestamp at time zone 'Europe/London') and r.at < ((x.day + 1)::timestamp at time zone 'Europe/London')
      and r.kind in ('read', 'export') and r.purpose <> 'none')),
    count(*) filter (where x.purpose = 'none'), count(*) filter (where x.kind = 'emergency'), count(*) filter (where c.closed_at < x.at),
    coalesce(bit_or(1 << x.hour) filter (where x.case_id is not null), 0)
  from (
    select s.id as who, e.at, e.kind, e.purpose, (e.at at time zone 'Europe/London')::date as day, extract(hour from e.at at time zone 'Europe/London')::int as hour, o.id as case_id
    from unnest(entries) e
    join staff s on s.id = case when e.by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.by::uuid end and s.service_id = service
    left join lateral unnest(case when e.kind in ('read', 'export') and e.purpose <> 'none' then e.case_ids end) o (id) on true
    where e.kind in ('read', 'export', 'emergency') or e.purpose = 'none') x
  left join case_file c on c.id = x.case_id
  group by x.who, x.day
  on conflict (service_id, who, day) do update set cases = d.cases + excluded.cases, tries = d.tries + excluded.tries,
    emergencies = d.emergencies + excluded.emergencies, after_closing = d.after_closing + excluded.after_closing, hours = d.hours | excluded.hours;
end
$$;
comment on function reading_add(service uuid, entries read_record[], known bigint) is 'Counts entries in reading_day, before they are written.';
revoke execute on function reading_add(service uuid, entries read_record[], known bigint) from public;

-- Counts the days of a service from nothing: after rows were filled past record_reads, or in doubt. For the owner of the database alone.
create function reading_rebuild(service uuid) returns void language plpgsql
  set plan_cache_mode to 'force_generic_plan' set enable_seqscan to 'off' set enable_hashjoin to 'off' set enable_mergejoin to 'off' set jit to 'off' as $$
declare
  known bigint := 0;
  entries read_record[];
begin
  perform from read_chain c where c.service_id = service for update;
  delete from reading_day d where d.service_id = service;
  loop
    entries := array(select r from read_record r where r.service_id = service and r.seq > known order by r.seq limit 5000);
    exit when cardinality(entries) = 0;
    perform reading_add(service, entries, known);
    known := entries[cardinality(entries)].seq;
  end loop;
end
$$;
comment on function reading_rebuild(service uuid) is 'Counts reading_day of a service from its record of reads.';
revoke execute on function reading_rebuild(service uuid) from public;

grant select on reading_day to concord_app;
alter table reading_day enable row level security;
create policy reading_day_service on reading_day using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
