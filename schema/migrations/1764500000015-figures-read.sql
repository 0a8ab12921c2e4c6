-- Why: a period is read by its whole months and the days at its edges, whatever its length; a median is found by narrowing the range of lengths it lies in.

-- The stretches of a period. `place` says which: the months, the days before them or after them, or days alone.
create function figure_stretches(first date, last date) returns table (unit text, since date, until date, place text) language sql immutable as $$
  with m as (select (date_trunc('month', (first - 1)::timestamp) + interval '1 month')::date as month, date_trunc('month', (last + 1)::timestamp)::date as rest)
  select x.* from m cross join lateral (
    select 'day', first, last, 'alone' where m.month >= m.rest
    union all select 'day', first, m.month - 1, 'before' where m.month < m.rest and first < m.month
    union all select 'month', m.month, m.rest - 1, 'months' where m.month < m.rest
    union all select 'day', m.rest, last, 'after' where m.month < m.rest and m.rest <= last) as x (unit, since, until, place)
$$;

-- How many cases of a span lie in each sixteenth of a range of lengths.
create function figure_sixteenths(span text, level int, range int, first date, last date) returns table (place bigint, cases bigint) language sql stable as $$
  select e.place, sum(e.v) from figure_stretches(first, last) s
  join figure_count c on c.service_id = (select concord_service()) and c.figure = concat_ws('/', 'span', span, level, range) and c.unit = s.unit and c.day between s.since and s.until
  cross join lateral unnest(c.n) with ordinality as e (v, place)
  group by e.place order by e.place
$$;

-- The case of a rank among those of a span, shortest first from 0: the tenth of a day it lies in, its rank there, and how many lie there.
create function figure_ranked(span text, first date, last date, rank bigint, out tenth int, out rest bigint, out cases bigint) language plpgsql stable as $$
declare
  one record;
begin
  tenth := 0;
  rest := rank;
  for level in 0 .. 3 loop
    for one in select * from figure_sixteenths(span, level, tenth, first, last) loop
      cases := one.cases;
      if rest < one.cases then
        tenth := tenth * 16 + one.place::int - 1;
        exit;
      end if;
      rest := rest - one.cases;
    end loop;
  end loop;
end
$$;

-- The milliseconds of that case. Few cases of a tenth are read in order; of many, the first and the last are found day by day in the index.
create function figure_took(span text, first date, last date, tenth int, rest bigint, cases bigint) returns bigint language plpgsql stable as $$
declare
  service constant uuid := concord_service();
  found bigint;
begin
  if cases > 300 and rest = 0 then
    select min(x.took) into found from generate_series(first, last, interval '1 day') as d (day) cross join lateral (
      select k.took from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day = d.day::date order by k.took limit 1) x;
  elsif cases > 300 and rest = cases - 1 then
    select max(x.took) into found from generate_series(first, last, interval '1 day') as d (day) cross join lateral (
      select k.took from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day = d.day::date order by k.took desc limit 1) x;
  else
    select k.took into found from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day between first and last
    order by k.took offset rest limit 1;
  end if;
  return found;
end
$$;

-- How many cases a span is known of, and its median: in tenths of a day where both cases in the middle lie in the same, else the sum of their two lengths in milliseconds.
create function figure_median(span text, first date, last date, out known bigint, out tenths int, out milliseconds bigint) language plpgsql stable as $$
declare
  low record;
  high record;
begin
  select coalesce(sum(s.cases), 0) into known from figure_sixteenths(span, 0, 0, first, last) s;
  if known = 0 then return; end if;
  low := figure_ranked(span, first, last, (known - 1) / 2);
  high := low;
  if known % 2 = 0 then
    high.rest := low.rest + 1;
    if high.rest = low.cases then high := figure_ranked(span, first, last, known / 2); end if;
  end if;
  if low.tenth = high.tenth and low.tenth < 65535 then
    tenths := low.tenth;
  else
    milliseconds := figure_took(span, first, last, low.tenth, low.rest, low.cases) + figure_took(span, first, last, high.tenth, high.rest, high.cases);
  end if;
end
$$;

-- Everything of the funnel of the cases referred from a first to a last day: sums by place of steps, losses, sides known and distinct persons; and
-- for each span known cases, tenths and milliseconds of the median.
create function figures_funnel(first date, last date, spans text[]) returns table (figure text, part text, n float8[]) language plpgsql stable
  set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
declare
  service constant uuid := concord_service();
  -- the last day of the months and the days before them
  inner_last constant date := (select max(s.until) from figure_stretches(first, last) s where s.place in ('before', 'months'));
begin
  return query
  select t.figure, t.part, array_agg(t.total::float8 order by t.place) from (
    select c.figure, c.part, e.place, sum(c.sign * e.v) as total from (
      select 1 as sign, c.figure, c.part, c.n from figure_stretches(first, last) s
        join figure_count c on c.service_id = service and c.figure = any ('{funnel,lost,known,persons}') and c.unit = s.unit and c.day between s.since and s.until
      union all
      select -1, 'persons', substr(c.figure, 7), c.n from figure_stretches(first, last) s
        join figure_count c on c.service_id = service and c.figure = any ('{again/harmed,again/responsible}') and c.day between s.since and s.until
          and c.unit = case when s.place = 'before' then 'dayBefore' else s.unit end
          and case s.place when 'before' then c.part <= to_char(inner_last, 'YYYY-MM-DD') when 'months' then c.part >= to_char(s.since, 'YYYY-MM-DD') else c.part >= to_char(first, 'YYYY-MM-DD') end
    ) c cross join lateral unnest(c.n) with ordinality as e (v, place) group by 1, 2, 3) t
  group by t.figure, t.part;
  return query
  select 'span', s.name, array[m.known, m.tenths, m.milliseconds]::float8[] from unnest(spans) as s (name) cross join lateral figure_median(s.name, first, last) m;
end
$$;
