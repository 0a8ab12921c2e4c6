// The service's staff with what they carry now: of all in one statement, of one by their own cases.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { StaffRow } from '../staff-row.js';

/** The columns of a StaffRow that stand in `staff s` itself. */
export const staffColumns = `s.id, s.roles, s.active, s.level, s.registered_until as "registeredUntil", s.training, s.languages, s.gender, s.base, s.employment,
  s.capacity_points as "capacityPoints", s.availability, s.back_on as "backOn", s.last_supervision as "lastSupervision",
  s.last_observed_practice as "lastObservedPractice", s.cpd_hours::float as "cpdHours", s.cpd_approved_hours::float as "cpdApprovedHours"`;

// For all staff the open cases are read once; those of one member are found by index.
const textFor = (cases: string, which: string): string => `
with carried as (select who, c.sensitive, c.points from case_file c cross join lateral unnest(c.staff_ids) as who
  where c.service_id = $1 and c.closed_at is null and ${cases} and not c.undeclared_ids @> array[who])
select ${staffColumns},
  count(c.who)::int as "openCases", count(c.who) filter (where c.sensitive)::int as "openSensitiveCases", coalesce(sum(c.points), 0)::int as points
from staff s
left join carried c on c.who = s.id
where s.service_id = $1 and ${which}
group by s.id order by s.id`;
const everybody = textFor('true', 'true');
const one = textFor('c.id = any ((select concord_works_on($2::uuid))::uuid[]) and who = $2::uuid', 's.id = $2::uuid');

/** Every member of staff of a service, deactivated ones too; or one. */
export async function staffOf(db: Rows, serviceId: Id, staffId: Id | null = null): Promise<StaffRow[]> {
  const { rows } = await (staffId === null
    ? db.query<StaffRow>(everybody, [serviceId])
    : db.query<StaffRow>(one, [serviceId, staffId]));
  return rows;
}
