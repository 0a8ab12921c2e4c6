// What was done in a period though a door was shut (R95): sums of the kept counters.
import type { DeviationRow } from '../reading.js';
import type { Period } from '../figures.js';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';

const text = `
select c.part as door,
  coalesce(sum(c.n[1]) filter (where c.figure = 'deviation'), 0)::int as recorded,
  coalesce(sum(c.n[1]) filter (where c.figure = 'unreviewed'), 0)::int as unreviewed
from figure_stretches($2::date, $3::date) s
join figure_count c on c.service_id = $1 and c.figure = any ('{deviation,unreviewed}') and c.unit = s.unit and c.day between s.since and s.until
group by 1`;

/** Deviations of a service in a period, by the door that was shut; a door that nothing went through is absent. */
export async function deviations(db: Rows, serviceId: Id, period: Period): Promise<DeviationRow[]> {
  return (await db.query<DeviationRow>(text, [serviceId, period.from, period.to])).rows;
}
