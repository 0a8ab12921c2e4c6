// Facilitators of a service's sheet become staff: known by their sign-in address, so that the sheet can be read again.
import type { Id } from '#libs/case';
import type { PersonalRecords } from '#libs/people';
import type { StaffEntry } from '../staff-file.js';
import { inTransaction, type Pools } from '#libs/database';

const standingColumns = {
  level: 'level',
  registered_until: 'registeredUntil',
  training: 'training',
  languages: 'languages',
  gender: 'gender',
  base: 'base',
  employment: 'employment',
  caseload_limit: 'caseloadLimit',
  availability: 'availability',
  back_on: 'backOn',
  last_supervision: 'lastSupervision',
  last_observed_practice: 'lastObservedPractice',
  cpd_hours: 'cpdHours',
  cpd_approved_hours: 'cpdApprovedHours',
} as const satisfies Record<string, keyof StaffEntry>;
const names = Object.keys(standingColumns) as (keyof typeof standingColumns)[];

/**
 * Takes facilitators in one transaction: new ones are added, those with a known address get the sheet's standing.
 * Roles and deactivation of those who are there are left alone. Gives how many were new and how many changed.
 */
export async function takeStaff(
  pools: Pools,
  people: PersonalRecords,
  serviceId: Id,
  staff: readonly StaffEntry[],
): Promise<{ added: number; changed: number }> {
  let added = 0;
  await inTransaction(pools.plain, async (client) => {
    for (const entry of staff) {
      const values = names.map((name) => entry[standingColumns[name]]);
      const known = await client.query<{ id: Id }>(
        'select id from staff where service_id = $1 and subject = $2 for update',
        [serviceId, entry.email],
      );
      const id = known.rows[0]?.id ?? crypto.randomUUID();
      if (known.rows.length === 0) {
        added += 1;
        await client.query('insert into person (id, service_id) values ($1, $2)', [id, serviceId]);
        await client.query(
          `insert into staff (id, service_id, subject, roles, ${names.join(', ')}) values ($1, $2, $3, '{facilitator}', ${names.map((_, n) => `$${n + 4}`).join(', ')})`,
          [id, serviceId, entry.email, ...values],
        );
      } else {
        await client.query(
          `update staff set ${names.map((name, n) => `${name} = $${n + 2}`).join(', ')} where id = $1`,
          [id, ...values],
        );
      }
      await people.write(client, serviceId, new Map([[id, { asWritten: entry.name, email: entry.email }]]));
    }
  });
  return { added, changed: staff.length - added };
}
