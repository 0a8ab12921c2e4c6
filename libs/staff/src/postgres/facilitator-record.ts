// A facilitator's record, read from the service's staff table (R41 to R46).
import type { Id } from '#libs/case';
import type { FacilitatorRecord } from '../facilitator-record.js';
import type { Rows } from '#libs/database';
import type { StaffRow } from '../staff-row.js';
import { staffColumns } from './staff-columns.js';

/** What assignment judges of a member of staff. */
export const recordFrom = (staff: StaffRow): FacilitatorRecord => ({
  staffId: staff.id,
  roles: staff.roles,
  level: staff.level,
  training: staff.training,
  registeredUntil: staff.registeredUntil,
  supervisedOn: staff.lastSupervision,
  available: staff.active && (staff.availability === null || staff.availability === 'active'),
  points: staff.points,
  caseloadLimit: staff.caseloadLimit,
});

// What they carry is counted from their own open cases, found by index: assignment judges by this moment, and by this statement alone.
const text = `
with carried as (select c.sensitive, c.points from case_file c
  where c.id = any ((select concord_works_on($2::uuid))::uuid[]) and c.service_id = $1 and c.closed_at is null and c.staff_ids @> array[$2::uuid] and not c.undeclared_ids @> array[$2::uuid])
select ${staffColumns}, w.* from staff s
cross join (select count(*)::int as "openCases", count(*) filter (where sensitive)::int as "openSensitiveCases", coalesce(sum(points), 0)::int as points from carried) w
where s.service_id = $1 and s.id = $2::uuid`;

/** One facilitator's standing; null when the service has no such active member of staff. */
export async function facilitatorRecordOf(db: Rows, serviceId: Id, staffId: Id): Promise<FacilitatorRecord | null> {
  const staff = (await db.query<StaffRow>(text, [serviceId, staffId])).rows[0];
  return staff?.active ? recordFrom(staff) : null;
}
