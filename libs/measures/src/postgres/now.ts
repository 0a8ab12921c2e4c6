// Where cases stand now: stages, waiting and unassigned, from the counters that are kept of them.
import type { Cutoffs, StageRow, WaitingRow } from '../reading.js';
import type { Rows } from '#libs/database';
import type { Id } from '#libs/case';

const stagesSql = `
select split_part(c.part, '/', 1) as stage, nullif(split_part(c.part, '/', 2), '-') as step, c.n[1] as count
from figure_count c where c.service_id = $1 and c.figure = 'stage' and c.unit = 'ever' order by 1, 2`;

/** Cases by stage and step; closed ones are one row. */
export async function stages(db: Rows, serviceId: Id): Promise<StageRow[]> {
  return (await db.query<StageRow>(stagesSql, [serviceId])).rows;
}

// Counted by the London day they wait since, and by the limit they stand against; the oldest of each is the first of its list.
const waitingSql = `
with counted as (
  select c.part, sum(e.count) as count, sum(e.over) as over from figure_count c
  cross join lateral (
    select sum(d.v) as count, sum(d.v) filter (where c.day + d.place::int - 1 < case when c.part like '%/firstContact' then $2::date else $3::date end) as over
    from unnest(c.n) with ordinality as d (v, place)) e
  where c.service_id = $1 and c.figure = 'waiting' and c.unit = 'month' group by c.part)
select split_part(t.part, '/', 1) as "waitingOn", nullif(split_part(t.part, '/', 2), '-') as rule,
  sum(t.count)::int as count, min(o.at) as "longestSince", coalesce(sum(t.over), 0)::int as over
from counted t cross join lateral (
  select k.at from figure_case k where k.service_id = $1 and k.figure = 'waiting' and k.part = t.part order by k.at limit 1) o
group by 1, 2 order by count desc, 1, 2`;

/** Open cases by who can supply what they wait for and by which rule, the most first. */
export async function waiting(db: Rows, serviceId: Id, cutoffs: Cutoffs): Promise<WaitingRow[]> {
  const values = [serviceId, cutoffs.firstContactWorkingDays, cutoffs.stageLimitWorkingDays];
  return (await db.query<WaitingRow>(waitingSql, values)).rows;
}

/** How many open cases have no lead facilitator. */
export async function unassigned(db: Rows, serviceId: Id): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select c.n[1] as count from figure_count c where c.service_id = $1 and c.figure = 'unassigned' and c.unit = 'ever'`,
    [serviceId],
  );
  return rows[0]?.count ?? 0;
}
