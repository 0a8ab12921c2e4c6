// Unusual reading as SQL: for each reason the entries that make it so. All of it is of one service and some days.
import type { Settings } from '#libs/case';
import type { UnusualReason } from '../unusual.js';

// $1 service, $2 from, $3 to (days), $4 the service's numbers as JSON, $5 time zone.
const number = (name: keyof Settings): string => `($4::jsonb ->> '${name}')::int`;

// Days and hours are those of the service's clock. Eight weeks before are read with them, for the habit.
const base = `
with entry as (
  select r.seq, r.at, r.by::uuid as who, r.kind, r.purpose, r.case_ids, (r.at at time zone $5) as local from read_record r join staff s on s.id::text = r.by and s.service_id = r.service_id
  where r.service_id = $1 and $4::jsonb is not null and r.at >= (($2::date - 56)::timestamp at time zone $5) and r.at < (($3::date + 1)::timestamp at time zone $5)
),
opened as (
  select e.*, c.case_id from entry e cross join lateral unnest(e.case_ids) as c (case_id) where e.kind in ('read', 'export') and e.purpose <> 'none'
),
counted as (select who, local::date as day, count(distinct case_id) as cases from opened group by 1, 2),
habit as (
  select t.who, t.day, t.cases, (select percentile_cont(0.5) within group (order by b.cases) from counted b where b.who = t.who and b.day < t.day and b.day >= t.day - 56) as usual from counted t
)`;

const inSpan = (local: string): string => `${local}::date between $2::date and $3::date`;

/** Entries of each reason: who and seq. */
const hits: Record<UnusualReason, string> = {
  emergency: `select who, seq from entry where kind = 'emergency' and ${inSpan('local')}`,
  noAccess: `select e.who, e.seq from entry e where e.purpose = 'none' and ${inSpan('e.local')} and ${number('unusualTries')} <=
    (select count(*) from entry o where o.who = e.who and o.purpose = 'none' and o.local::date = e.local::date)`,
  returning: `select o.who, o.seq from opened o join (
      select who, case_id from opened where purpose in ('management', 'coordination', 'safeguarding') and ${inSpan('local')}
      group by 1, 2 having count(distinct local::date) >= ${number('unusualReturns')}) d on d.who = o.who and d.case_id = o.case_id
    where ${inSpan('o.local')} and not exists (select from journal j where j.case_id = o.case_id and j.service_id = $1 and j.by = o.who::text and ${inSpan('(j.at at time zone $5)')})`,
  manyCases: `select o.who, o.seq from opened o join habit h on h.who = o.who and h.day = o.local::date
    where ${inSpan('o.local')} and h.cases >= ${number('unusualCases')} and h.cases >= ${number('unusualTimesHabit')} * coalesce(h.usual, 0)`,
  // a night belongs to the day on which it ends
  atNight: `select n.who, n.seq from (
      select *, (local + interval '12 hours')::date as night, dense_rank() over w + dense_rank() over v - 1 as cases from opened
      where extract(hour from local) >= ${number('unusualFromHour')} or extract(hour from local) < ${number('unusualUntilHour')}
      window w as (partition by who, (local + interval '12 hours')::date order by case_id), v as (partition by who, (local + interval '12 hours')::date order by case_id desc)) n
    where ${inSpan('n.local')} and n.cases >= ${number('unusualNightCases')}`,
  afterClosing: `select o.who, o.seq from opened o join case_file c on c.id = o.case_id
    where ${inSpan('o.local')} and c.closed_at + make_interval(days => ${number('unusualClosedDays')}) < o.at`,
};

/** Everybody's unusual reading, counted. */
export const unusualSql = `${base},
hit as (${Object.entries(hits)
  .map(([reason, sql]) => `select '${reason}' as reason, h.who, h.seq from (${sql}) h`)
  .join(' union ')})
select h.reason, h.who as "staffId", count(distinct e.seq)::int as reads, count(distinct c.case_id)::int as cases, count(distinct e.local::date)::int as days, min(e.at) as "firstAt", max(e.at) as "lastAt"
from hit h join entry e on e.seq = h.seq left join lateral unnest(e.case_ids) as c (case_id) on true
group by 1, 2 order by 3 desc, 1, 2`;

/** SQL that is true for an entry `r` behind one reason; `who` is an SQL expression for the member of staff. */
export const isHit = (reason: UnusualReason, who: string): string =>
  `r.seq in (${base} select h.seq from (${hits[reason]}) h where h.who = ${who})`;
