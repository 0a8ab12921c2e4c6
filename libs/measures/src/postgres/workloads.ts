// The service's staff with what each carries, from the kept counters.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { type StaffRow, staffColumns } from '#libs/staff';

// The counters of everybody stand beside one another: they are read as one range, and not each by a search of its own.
const text = `
with carried as materialized (select w.part, w.n from figure_count w where w.service_id = $1 and w.figure = 'workload' and w.unit = 'ever' and w.day = '-infinity'
  and ($2::uuid is null or w.part = ($2::uuid)::text))
select ${staffColumns}, coalesce(w.n[1], 0) as "openCases", coalesce(w.n[2], 0) as "openSensitiveCases", coalesce(w.n[3], 0) as points
from staff s left join carried w on w.part = s.id::text
where s.service_id = $1 and ($2::uuid is null or s.id = $2) order by s.id`;

/** Every member of staff of a service, deactivated ones too; or one. */
export async function workloads(db: Rows, serviceId: Id, staffId: Id | null): Promise<StaffRow[]> {
  return (await db.query<StaffRow>(text, [serviceId, staffId])).rows;
}

/** The same of everybody, brought up to every command answered so far first. `db` is of the service's scope. */
export async function staffWithWorkloads(db: Rows, serviceId: Id): Promise<StaffRow[]> {
  await db.query('select figures_settle()');
  return workloads(db, serviceId, null);
}
