// How often each checkpoint said yes and no in a period.
import type { CheckpointRow, Period } from '#libs/measures';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/casework';
import { within } from './marks.js';

const text = `
select j.word as checkpoint, count(*) filter (where j.type = 'checkpoint.passed')::int as passed, count(*) filter (where j.type = 'checkpoint.refused')::int as refused
from journal j where j.service_id = $1 and j.type in ('checkpoint.passed', 'checkpoint.refused') and ${within('j.at', '$2', '$3')}
group by 1`;

export async function checkpoints(db: Rows, serviceId: Id, period: Period): Promise<CheckpointRow[]> {
  return (await db.query<CheckpointRow>(text, [serviceId, period.from, period.to])).rows;
}
