-- Why: what a case counts in is worked out in one place, from its journal, its columns and its participants, whoever wrote them.

-- The entries of a journal that figures are counted from: what the index journal_counted holds.
create function figure_counted(type text) returns boolean language sql immutable parallel safe as $$
  select type in ('case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded',
    'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed')
$$;
create function figure_day(at timestamptz) returns date language sql immutable parallel safe as $$ select (at at time zone 'Europe/London')::date $$;
-- The steps of the funnel, in order.
create function figure_steps() returns text[] language sql immutable parallel safe as $$
  select array['referred', 'contacted', 'suitable', 'prepared', 'arranged', 'deliveredDirect', 'deliveredIndirect', 'deliveredHarmedOnly', 'closed']
$$;

-- The date of each step of the funnel, in the order of libs/measures/definitions, and the reason of the last closing. Dates are when it happened (R95); what
-- kind of meeting ended says the process it belongs to (R81). Of the delivered steps also which processes did. A test compares the conditions with the definitions.
create function figure_dates(service uuid, cases uuid[])
returns table (case_id uuid, steps timestamptz[], reason text, tried boolean, direct text[], indirect text[], alone text[])
language sql stable as $$
  select e.case_id, array[
      min(e.at) filter (where e.type = 'case.opened'),
      min(e.at) filter (where e.type = 'contact.attempted' and e.word = 'reached'),
      min(e.at) filter (where e.type = 'suitability.decided' and e.word = 'true'),
      min(e.at) filter (where e.type = 'preparation.begun'),
      min(e.at) filter (where e.type = 'preparation.completed'),
      min(e.at) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel')),
      min(e.at) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'communication.passed'),
      min(e.at) filter (where e.type = 'harmedOnly.completed'),
      case when max(e.seq) filter (where e.type = 'case.closed') > coalesce(max(e.seq) filter (where e.type = 'case.reopened'), 0) then max(e.at) filter (where e.type = 'case.closed') end],
    substr(max(lpad(e.seq::text, 9, '0') || e.word) filter (where e.type = 'case.closed'), 10),
    coalesce(bool_or(e.type = 'contact.attempted'), false),
    array_agg(e.process) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel')),
    array_agg(e.process) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'communication.passed'),
    array_agg(e.process) filter (where e.type = 'harmedOnly.completed')
  from unnest(cases) as w (id) cross join lateral (
    select j.case_id, j.type, j.happened_at as at, j.seq, j.word, j.process, case when j.type in ('conference.ended', 'conference.recorded') then
        (select p.word from journal p where p.service_id = service and p.case_id = w.id and figure_counted(p.type) and p.type = 'process.typeChosen' and p.process = j.process and p.seq < j.seq
          order by p.seq desc limit 1) end as kind
    from journal j where j.service_id = service and j.case_id = w.id and figure_counted(j.type) offset 0) e
  group by e.case_id
$$;

-- Whether somebody was a member of one of these processes at a moment, by what the case holds of them; of a case that holds no processes, everybody was.
create function figure_member(facts jsonb, processes text[], participant text, at timestamptz) returns boolean language sql immutable parallel safe as $$
  select not (facts ? 'processes') or exists (select from unnest(processes) as p (id)
    where facts #> array['processes', p.id, 'members', 'of'] ? participant
      and coalesce((facts #>> array['processes', p.id, 'members', 'of', participant, 'leftAt'])::timestamptz >= at, true))
$$;

-- For each person harmed or responsible, by participant: at which steps they had not left the case, and whether they were reached themselves. Who left and came
-- back has not left; of somebody found later to be named by mistake the first leaving counts. What was delivered was to the members of its process: a person of the case who was not in it is not counted (R81).
create function figure_presence(service uuid, cases uuid[])
returns table (case_id uuid, role text, person_id uuid, here boolean[], reached boolean)
language sql stable as $$
  select d.case_id, p.role, p.person_id,
    array(select s.at is not null and (s.step = 1 or g.at is null or g.at >= s.at)
      and (s.step not in (6, 7, 8) or s.at is null or figure_member(c.facts, case s.step when 6 then d.direct when 7 then d.indirect else d.alone end, p.id::text, s.at))
      from unnest(d.steps) with ordinality as s (at, step) order by s.step),
    exists (select from journal k where k.service_id = service and k.case_id = d.case_id and figure_counted(k.type)
      and k.type = 'contact.attempted' and k.word = 'reached' and k.whom = p.id::text)
  from figure_dates(service, cases) d
  join case_file c on c.id = d.case_id
  join participant p on p.case_id = d.case_id and p.role in ('harmed', 'responsible')
  left join lateral (select l.happened_at as at from journal l where l.service_id = service and l.case_id = d.case_id and figure_counted(l.type)
    and l.type = 'participant.left' and l.whom = p.id::text
    and not exists (select from journal b where b.case_id = l.case_id and b.seq > l.seq and b.type = 'participant.joined' and b.event ->> 'participantId' = l.whom)
    order by l.seq limit 1) g on true
  where d.steps[1] is not null
$$;

-- Everything cases count in. The places of `n`: of a facilitator's workload open cases, sensitive ones and points; of the sides known the steps of the
-- funnel; of what waits the days of the month; of everything else the first place alone.
create function figure_rows(service uuid, cases uuid[]) returns setof figure_case
language plpgsql stable as $$
begin
  return query
  with dated as materialized (
    select d.*, figure_day(d.steps[1]) as day,
      case when d.steps[6] is not null or d.steps[7] is not null or d.steps[8] is not null then 'delivered' when d.steps[5] is not null then 'arranged'
        when d.steps[4] is not null then 'prepared' when d.steps[3] is not null then 'suitable' when d.steps[2] is not null then 'contacted' else 'referred' end as furthest
    from figure_dates(service, cases) d where d.steps[1] is not null),
  funnel as (
    select d.case_id, 'funnel', s.name, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, '{1}'::int[]
    from dated d cross join lateral unnest(d.steps, figure_steps()) as s (at, name) where s.at is not null),
  spans as (
    select d.case_id, 'span', s.name, 1, d.steps[1], d.day, null::timestamptz, t.took, least((2 * t.took + 8640000) / 17280000, 65535)::int, '{1}'::int[]
    from dated d
    cross join (values ('referredToContacted', 1, 2), ('contactedToSuitable', 2, 3), ('suitableToPrepared', 3, 4), ('preparedToArranged', 4, 5),
      ('arrangedToDirect', 5, 6), ('arrangedToIndirect', 5, 7), ('suitableToHarmedOnly', 3, 8),
      ('directToClosed', 6, 9), ('indirectToClosed', 7, 9), ('harmedOnlyToClosed', 8, 9), ('referredToClosed', 1, 9)) as s (name, first, last)
    cross join lateral (select round(extract(epoch from d.steps[s.last] - d.steps[s.first]) * 1000)::bigint as took) t
    where t.took >= 0),
  lost as (
    select d.case_id, 'lost', d.furthest || '/' || d.reason, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, '{1}'::int[]
    from dated d where d.steps[9] is not null),
  known as (
    select d.case_id, 'known', p.role, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, array_agg(p.here order by p.step)
    from (select q.case_id, q.role, h.step, max(h.here::int) as here from figure_presence(service, cases) q
      cross join lateral unnest(q.here) with ordinality as h (here, step) group by 1, 2, 3) p
    join dated d on d.case_id = p.case_id group by d.case_id, p.role, d.steps[1], d.day),
  signed as (
    select j.case_id, 'checkpoint', x.part, (row_number() over same)::int, j.happened_at, figure_day(j.happened_at), lag(j.happened_at) over same, null::bigint, null::int, '{1}'::int[]
    from unnest(cases) as w (id) join journal j on j.service_id = service and j.case_id = w.id and figure_counted(j.type) and j.type in ('checkpoint.passed', 'checkpoint.refused')
    cross join lateral (select j.word || '/' || substr(j.type, 12) as part) x
    window same as (partition by j.case_id, x.part order by j.happened_at, j.seq)),
  -- The core names a deviation by the entry that brought it and its place in there. One that is not reviewed counts as that, too.
  deviated as (
    select j.case_id, f.figure, d.found ->> 'door', (row_number() over same)::int, x.at, figure_day(x.at), lag(x.at) over same, null::bigint, null::int, '{1}'::int[]
    from unnest(cases) as w (id) join journal j on j.service_id = service and j.case_id = w.id and jsonb_array_length(j.event -> 'deviations') > 0
    cross join lateral jsonb_array_elements(j.event -> 'deviations') with ordinality as d (found, place)
    cross join lateral (select (d.found ->> 'on')::timestamptz as at, exists (select from journal r where r.service_id = service and r.case_id = j.case_id
      and figure_counted(r.type) and r.type = 'deviation.reviewed' and r.word = j.seq || '-' || d.place) as reviewed) x
    cross join lateral (select 'deviation' union all select 'unreviewed' where not x.reviewed) as f (figure)
    window same as (partition by j.case_id, f.figure, d.found ->> 'door' order by x.at, j.seq, d.place)),
  file as materialized (select c.* from unnest(cases) as w (id) join case_file c on c.id = w.id and c.service_id = service),
  stands as (
    select c.id, s.figure, s.part, 1, c.opened_at, figure_day(c.opened_at), null::timestamptz, null::bigint, null::int, s.n
    from file c cross join lateral (
      select 'stage', case when c.closed_at is null then c.stage || '/' || coalesce(c.step, '-') else 'closed/-' end, '{1}'::int[]
      union all select 'open', '', '{1}' where c.closed_at is null
      union all select 'unassigned', '', '{1}' where c.closed_at is null and c.lead_id is null
      union all select 'workload', who::text, array[1, c.sensitive::int, c.points] from unnest(c.staff_ids) as who where c.closed_at is null and who <> all (c.undeclared_ids)
    ) as s (figure, part, n)),
  waits as (
    select c.id, 'waiting', c.waiting_on || '/' || coalesce(c.waiting_rule, '-') || '/' || case when c.stage = 'suitability' and not coalesce(d.tried, false) then 'firstContact' else 'stage' end,
      1, c.waiting_since, figure_day(c.waiting_since), null::timestamptz, null::bigint, null::int, array_fill(0, array[extract(day from figure_day(c.waiting_since))::int - 1]) || 1
    from file c left join figure_dates(service, cases) d on d.case_id = c.id
    where c.closed_at is null and c.waiting_since < 'infinity' and c.waiting_on is not null)
  select service, x.* from (select * from funnel union all select * from spans union all select * from lost union all select * from known
    union all select * from signed union all select * from deviated union all select * from stands union all select * from waits) x;
end
$$;

-- The persons of cases, each once a case and side.
create function figure_people(service uuid, cases uuid[]) returns setof figure_person language sql stable as $$
  select service, h.case_id, h.role, h.person_id, figure_day(d.steps[1]), h.counts
  from (
    select p.case_id, p.role, p.person_id, array_agg(p.counts order by p.step) as counts from (
      select q.case_id, q.role, q.person_id, s.step, bool_or(s.here and (s.step <> 2 or q.reached)) as counts
      from figure_presence(service, cases) q cross join lateral unnest(q.here) with ordinality as s (here, step) group by 1, 2, 3, 4) p
    group by 1, 2, 3) h
  join figure_dates(service, cases) d on d.case_id = h.case_id
$$;
