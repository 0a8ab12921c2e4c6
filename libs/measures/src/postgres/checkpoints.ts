// How often each checkpoint said yes and no in a period: sums of the kept counters.
import type { CheckpointRow } from '../reading.js';
import type { Period } from '../figures.js';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';

const text = `
select split_part(c.part, '/', 1) as checkpoint,
  coalesce(sum(c.n[1]) filter (where split_part(c.part, '/', 2) = 'passed'), 0)::int as passed,
  coalesce(sum(c.n[1]) filter (where split_part(c.part, '/', 2) = 'refused'), 0)::int as refused
from figure_stretches($2::date, $3::date) s
join figure_count c on c.service_id = $1 and c.figure = 'checkpoint' and c.unit = s.unit and c.day between s.since and s.until
group by 1`;

/** Sign-offs of a service in a period; a checkpoint that was never asked is absent. */
export async function checkpoints(db: Rows, serviceId: Id, period: Period): Promise<CheckpointRow[]> {
  return (await db.query<CheckpointRow>(text, [serviceId, period.from, period.to])).rows;
}
