// The service's staff with what they carry now: one statement however many they are.
import type { Id } from '#libs/case';
import type { Rows, StaffRow } from '#libs/casework';

// The open cases are gone through once for everybody, not once for each.
const text = `
with carried as (select who, c.sensitive, c.points from case_file c cross join lateral unnest(c.staff_ids) as who
  where c.service_id = $1 and c.closed_at is null and ($2::uuid is null or c.staff_ids @> array[$2::uuid]) and not c.undeclared_ids @> array[who])
select s.id, s.roles, s.active, s.level, s.registered_until as "registeredUntil", s.training, s.languages, s.gender, s.base, s.employment,
  s.capacity_points as "capacityPoints", s.availability, s.back_on as "backOn", s.last_supervision as "lastSupervision",
  s.last_observed_practice as "lastObservedPractice", s.cpd_hours::float as "cpdHours", s.cpd_approved_hours::float as "cpdApprovedHours",
  count(c.who)::int as "openCases", count(c.who) filter (where c.sensitive)::int as "openSensitiveCases", coalesce(sum(c.points), 0)::int as points
from staff s
left join carried c on c.who = s.id
where s.service_id = $1 and ($2::uuid is null or s.id = $2)
group by s.id order by s.id`;

/** Every member of staff of a service, deactivated ones too; or one. */
export async function staffOf(db: Rows, serviceId: Id, staffId: Id | null = null): Promise<StaffRow[]> {
  return (await db.query<StaffRow>(text, [serviceId, staffId])).rows;
}
