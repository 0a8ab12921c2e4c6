// A facilitator's record, read from the service's staff table (R41 to R46).
import type { Id } from '#libs/case';
import type { FacilitatorRecord } from '../facilitator-record.js';
import type { Rows } from '#libs/database';
import type { StaffRow } from '../staff-row.js';
import { staffOf } from './staff-list.js';

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
  capacity: staff.capacityPoints,
});

/** One facilitator's standing; null when the service has no such active member of staff. */
export async function facilitatorRecordOf(db: Rows, serviceId: Id, staffId: Id): Promise<FacilitatorRecord | null> {
  const staff = (await staffOf(db, serviceId, staffId))[0];
  return staff?.active ? recordFrom(staff) : null;
}
