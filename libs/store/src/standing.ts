// A facilitator's standing as the service's own records have it (R41 to R46).
import type { Id, StaffRole } from '#libs/case';
import { settingsOf, type FacilitatorStanding } from '#libs/casework';
import type pg from 'pg';

interface Row {
  id: Id;
  roles: StaffRole[];
  level: string | null;
  training: string[];
  registered_until: string | null;
  last_supervision: string | null;
  availability: string | null;
  capacity_points: number | null;
  ordinary: number;
  sensitive: number;
  settings: string;
}

const text = `
select s.id, s.roles, s.level, s.training, s.registered_until, s.last_supervision, s.availability, s.capacity_points, v.settings::text as settings,
  count(c.id) filter (where not c.sensitive)::int as ordinary, count(c.id) filter (where c.sensitive)::int as sensitive
from staff s join service v on v.id = s.service_id
left join case_file c on c.service_id = s.service_id and c.staff_ids @> array[s.id] and c.closed_at is null
where s.service_id = $1 and s.active and ($2::uuid is null or s.id = $2)
group by s.id, v.settings order by s.id`;

/** Every active member of staff of a service, or one. */
export async function standings(pool: pg.Pool, serviceId: Id, staffId: Id | null = null): Promise<FacilitatorStanding[]> {
  const { rows } = await pool.query<Row>(text, [serviceId, staffId]);
  return rows.map((row) => {
    const { pointsOrdinary, pointsSensitive } = settingsOf(row.settings);
    return {
      staffId: row.id, roles: row.roles, level: row.level, training: row.training, registeredUntil: row.registered_until, supervisedOn: row.last_supervision,
      available: row.availability === null || row.availability === 'active',
      points: row.ordinary * pointsOrdinary + row.sensitive * pointsSensitive,
      capacity: row.capacity_points,
    };
  });
}

/** One facilitator's standing; null when the service has no such active member of staff. */
export const standingOf = async (pool: pg.Pool, serviceId: Id, staffId: Id): Promise<FacilitatorStanding | null> => (await standings(pool, serviceId, staffId))[0] ?? null;
