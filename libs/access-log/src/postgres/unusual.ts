// Unusual reading as SQL: for each reason the entries that make it so. The counts of `reading_day` say on which days of whom to look; what is said of them is read from the entries themselves.
import type { Settings } from '#libs/case';
import type { UnusualReason } from '../unusual.js';

// $1 service, $2 from, $3 to (days), $4 the service's numbers as JSON, $5 time zone.
const number = (name: keyof Settings): string => `($4::jsonb ->> '${name}')::int`;

/** Narrows to one reader where one is given: an SQL expression. */
const only = (column: string, who: string | null): string => (who === null ? '' : ` and ${column} = ${who}`);

const opens = `r.kind in ('read', 'export') and r.purpose <> 'none'`;
const inSpan = (at: string): string => `(${at} at time zone $5)::date between $2::date and $3::date`;
/** The first moment of a day, and its noon, as the service's clock has them. */
const at = (time: string) => (day: string) => `((${day} + time '${time}') at time zone $5)`;
const [midnight, noon] = [at('00:00'), at('12:00')];

/**
 * The entries `r` of a reader `d.by` from `d.begins` up to, and without, `d.ends`. These three are worked out apart (offset 0):
 * a reader's rows are found by index only if row-level security has nothing to fear from how they are asked for.
 */
const entries = `join read_record r on r.service_id = $1 and r.by = d.by and r.at >= d.begins and r.at < d.ends`;

/** Entries of the days `d` of the span that are worth a look. */
const onDays = (worth: string, where: string, who: string | null): string => `
  select d.who, r.seq, r.at, r.case_ids from (
    select d.who, d.who::text as by, ${midnight('d.day')} as begins, ${midnight('(d.day + 1)')} as ends from (
      select d.*, d.day - 56 as eight_weeks_before from reading_day d where d.service_id = $1 and d.day between $2::date and $3::date${only('d.who', who)} offset 0) d
    where $4::jsonb is not null and ${worth} offset 0) d
  ${entries} where ${where}`;

// The habit is the median of the days of reading in the eight weeks before.
const usual = `(select percentile_cont(0.5) within group (order by b.cases) from reading_day b
  where b.service_id = $1 and b.who = d.who and b.day >= d.eight_weeks_before and b.day < d.day and b.cases > 0)`;

// A night belongs to the day on which it ends: it takes the hours from noon of one day to noon of the next.
const isNight = (hour: string): string =>
  `(${hour} >= ${number('unusualFromHour')} or ${hour} < ${number('unusualUntilHour')})`;
const nightHours = `(select bit_or(1 << hour) from generate_series(0, 23) as hour where ${isNight('hour')})`;
const openedAtNight = (who: string | null): string => `
  select d.who, d.night, r.seq, r.at, r.case_ids from (
    select d.*, d.who::text as by, ${noon('(d.night - 1)')} as begins, least(${noon('d.night')}, ${midnight('($3::date + 1)')}) as ends from (
      select distinct d.who, d.day + half.later as night from reading_day d
      join (values (0, (1 << 12) - 1), (1, (1 << 24) - (1 << 12))) as half (later, hours) on d.hours & half.hours & ${nightHours} <> 0
      where d.service_id = $1 and d.day between $2::date - 1 and $3::date${only('d.who', who)}) d offset 0) d
  ${entries} where ${opens} and ${isNight('extract(hour from r.at at time zone $5)')}`;

// Whoever may open every case: on how many days they opened which.
const returned = (who: string | null): string => `
  select b.by, k.case_id from read_record b cross join lateral unnest(b.case_ids) as k (case_id)
  where b.service_id = $1 and b.kind in ('read', 'export') and b.purpose in ('management', 'coordination', 'safeguarding')
    and b.at >= ${midnight('$2::date')} and b.at < ${midnight('($3::date + 1)')}${only('b.by', who && `${who}::text`)}
  group by 1, 2 having count(distinct (b.at at time zone $5)::date) >= ${number('unusualReturns')}`;

/** The entries of each reason, of everybody or of one; an entry may be there more than once. */
const hits: Record<UnusualReason, (who: string | null) => string> = {
  emergency: (who) => onDays('d.emergencies > 0', `r.kind = 'emergency'`, who),
  noAccess: (who) => onDays(`d.tries >= ${number('unusualTries')}`, `r.purpose = 'none'`, who),
  returning: (who) => `
    select s.id as who, r.seq, r.at, r.case_ids from (
      select c.by, array_agg(c.case_id) as case_ids from (${returned(who)}) c
      where not exists (select from journal j where j.case_id = c.case_id and j.service_id = $1 and j.by = c.by and ${inSpan('j.at')}) group by 1) c
    join staff s on s.service_id = $1 and s.id::text = c.by
    join read_record r on r.service_id = $1 and r.by = c.by and r.at >= ${midnight('$2::date')} and r.at < ${midnight('($3::date + 1)')}
    where $4::jsonb is not null and ${opens} and r.case_ids && c.case_ids`,
  manyCases: (who) =>
    onDays(
      `d.cases >= ${number('unusualCases')} and d.cases >= ${number('unusualTimesHabit')} * coalesce(${usual}, 0)`,
      `${opens} and cardinality(r.case_ids) > 0`,
      who,
    ),
  atNight: (who) => `
    select n.who, n.seq, n.at, n.case_ids from (
      select o.*, dense_rank() over up + dense_rank() over down - 1 as cases from (${openedAtNight(who)}) o cross join lateral unnest(o.case_ids) as k (case_id)
      window up as (partition by o.who, o.night order by k.case_id), down as (partition by o.who, o.night order by k.case_id desc)) n
    where n.cases >= ${number('unusualNightCases')} and ${inSpan('n.at')}`,
  afterClosing: (who) =>
    onDays(
      'd.after_closing > 0',
      `${opens} and (select bool_or(c.closed_at + make_interval(days => ${number('unusualClosedDays')}) < r.at) from unnest(r.case_ids) as k (id) join case_file c on c.id = k.id)`,
      who,
    ),
};

/** Everybody's unusual reading, counted. */
export const unusualSql = `
with hit as (${Object.entries(hits)
  .map(([reason, sql]) => `select '${reason}' as reason, h.* from (${sql(null)}) h`)
  .join(' union all ')})
select h.reason, h.who as "staffId", count(distinct h.seq)::int as reads, count(distinct c.case_id)::int as cases, count(distinct (h.at at time zone $5)::date)::int as days, min(h.at) as "firstAt", max(h.at) as "lastAt"
from hit h left join lateral unnest(h.case_ids) as c (case_id) on true
group by 1, 2 order by 3 desc, 1, 2`;

/** SQL that is true for an entry `r` behind one reason; `who` is an SQL expression for the member of staff. */
export const isHit = (reason: UnusualReason, who: string): string =>
  `r.seq in (select h.seq from (${hits[reason](who)}) h)`;
